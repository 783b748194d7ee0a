namespace TopicModel.Training.Data;

/// <summary>The texts of one document in a <see cref="TextStore"/>.</summary>
/// <param name="store">Where they are.</param>
/// <param name="block">Block of the store.</param>
/// <param name="start">First unit in the block.</param>
/// <param name="ends">[text] -> where it ends, in units of the document.</param>
internal sealed class StoredTexts(TextStore store, int block, long start, int[] ends)
{
    /// <summary>Number of UTF-16 units.</summary>
    public int UnitCount => ends.Length == 0 ? 0 : ends[^1];

    /// <summary>[text] -> where it ends.</summary>
    public ReadOnlySpan<int> Ends => ends;

    /// <summary>The texts, one behind the other; valid until the thread reads others.</summary>
    public ReadOnlySpan<char> Read() => store.Read(block, start, UnitCount);

    /// <summary>The texts as strings, made anew by every call.</summary>
    public string[] ToStrings()
    {
        ReadOnlySpan<char> units = Read();
        var texts = new string[ends.Length];
        for (int i = 0; i < texts.Length; i++) texts[i] = units[(i == 0 ? 0 : ends[i - 1])..ends[i]].ToString();
        return texts;
    }
}
