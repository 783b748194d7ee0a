using System.Text;

namespace TopicModel.Training.Data;

/// <summary>The texts of one document in a <see cref="TextStore"/>.</summary>
/// <param name="store">Where they are.</param>
/// <param name="block">Block of the store.</param>
/// <param name="start">First byte in the block.</param>
/// <param name="lengths">[text] -> bytes.</param>
internal sealed class StoredTexts(TextStore store, int block, long start, int[] lengths)
{
    /// <summary>Number of bytes.</summary>
    public int ByteCount => lengths.Sum();

    /// <summary>Writes the texts, one behind the other, to <paramref name="units"/> and where each ends to <paramref name="ends"/>.</summary>
    public void Decode(Span<char> units, Span<int> ends)
    {
        ReadOnlySpan<byte> bytes = store.Read(block, start, ByteCount);
        int end = 0;
        for (int i = 0, next = 0; i < lengths.Length; next += lengths[i++]) ends[i] = end += Encoding.UTF8.GetChars(bytes.Slice(next, lengths[i]), units[end..]);
    }

    /// <summary>Number of texts.</summary>
    public int Count => lengths.Length;

    /// <summary>The texts as strings, made anew by every call.</summary>
    public string[] ToStrings()
    {
        ReadOnlySpan<byte> bytes = store.Read(block, start, ByteCount);
        var texts = new string[lengths.Length];
        for (int i = 0, next = 0; i < texts.Length; next += lengths[i++]) texts[i] = Encoding.UTF8.GetString(bytes.Slice(next, lengths[i]));
        return texts;
    }
}
