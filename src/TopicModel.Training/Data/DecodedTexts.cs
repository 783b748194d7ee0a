namespace TopicModel.Training.Data;

/// <summary>The texts of a document in a buffer of the thread, so that a pass over all documents makes no strings.</summary>
internal readonly ref struct DecodedTexts
{
    [ThreadStatic]
    private static char[]? t_units;

    [ThreadStatic]
    private static int[]? t_ends;

    private DecodedTexts(ReadOnlySpan<char> units, ReadOnlySpan<int> ends)
    {
        Units = units;
        Ends = ends;
    }

    /// <summary>The texts, one behind the other.</summary>
    public ReadOnlySpan<char> Units { get; }

    /// <summary>[text] -> where it ends.</summary>
    public ReadOnlySpan<int> Ends { get; }

    /// <summary>A text.</summary>
    public ReadOnlySpan<char> this[int text] => Units[(text == 0 ? 0 : Ends[text - 1])..Ends[text]];

    /// <summary>Texts of a store.</summary>
    public static DecodedTexts Of(StoredTexts stored)
    {
        // A byte of UTF-8 is at most one unit.
        char[] units = UnitsBuffer(stored.ByteCount);
        Span<int> ends = EndsBuffer(stored.Count);
        stored.Decode(units, ends);
        return new DecodedTexts(units.AsSpan(0, ends.IsEmpty ? 0 : ends[^1]), ends);
    }

    /// <summary>Strings.</summary>
    public static DecodedTexts Of(string[] texts)
    {
        char[] units = UnitsBuffer(texts.Sum(text => text.Length));
        Span<int> ends = EndsBuffer(texts.Length);
        int end = 0;
        for (int i = 0; i < texts.Length; i++)
        {
            texts[i].CopyTo(units.AsSpan(end));
            ends[i] = end += texts[i].Length;
        }
        return new DecodedTexts(units.AsSpan(0, end), ends);
    }

    private static char[] UnitsBuffer(int count)
    {
        if (t_units is null || t_units.Length < count) t_units = GC.AllocateUninitializedArray<char>(count + count / 2);
        return t_units;
    }

    private static Span<int> EndsBuffer(int count)
    {
        if (t_ends is null || t_ends.Length < count) t_ends = new int[count];
        return t_ends.AsSpan(0, count);
    }
}
