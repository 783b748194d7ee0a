namespace TopicModel.Training.Data;

/// <summary>The texts of a document one behind the other, so that a pass over all documents makes no strings; valid until the thread asks for others.</summary>
internal readonly ref struct DocumentTexts
{
    [ThreadStatic]
    private static char[]? _unitsOfThread;

    [ThreadStatic]
    private static int[]? _endsOfThread;

    private DocumentTexts(ReadOnlySpan<char> units, ReadOnlySpan<int> ends)
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
    public static DocumentTexts Of(StoredTexts stored) => new(stored.Read(), stored.Ends);

    /// <summary>Strings.</summary>
    public static DocumentTexts Of(string[] texts)
    {
        char[] units = UnitsBuffer(texts.Sum(text => text.Length));
        Span<int> ends = EndsBuffer(texts.Length);
        int end = 0;
        for (int i = 0; i < texts.Length; i++)
        {
            texts[i].CopyTo(units.AsSpan(end));
            ends[i] = end += texts[i].Length;
        }
        return new DocumentTexts(units.AsSpan(0, end), ends);
    }

    private static char[] UnitsBuffer(int count)
    {
        if (_unitsOfThread is null || _unitsOfThread.Length < count) _unitsOfThread = GC.AllocateUninitializedArray<char>(count + count / 2);
        return _unitsOfThread;
    }

    private static Span<int> EndsBuffer(int count)
    {
        if (_endsOfThread is null || _endsOfThread.Length < count) _endsOfThread = new int[count];
        return _endsOfThread.AsSpan(0, count);
    }
}
