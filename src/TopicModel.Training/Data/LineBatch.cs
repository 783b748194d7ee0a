namespace TopicModel.Training.Data;

/// <summary>A copy of some lines of a file. Used again and again.</summary>
internal sealed class LineBatch
{
    /// <summary>A batch is full with the line that takes it to this many bytes.</summary>
    private const int FullLength = 1 << 17;

    private readonly List<(int End, int Number)> _lines = [];
    private byte[] _bytes = GC.AllocateUninitializedArray<byte>(FullLength + FullLength / 4);

    /// <summary>Number of lines.</summary>
    public int Count => _lines.Count;

    /// <summary>Whether it is long enough to be worked on.</summary>
    public bool IsFull => End >= FullLength;

    /// <summary>A line.</summary>
    public ReadOnlySpan<byte> this[int line] => _bytes.AsSpan((line == 0 ? 0 : _lines[line - 1].End)..(_lines[line].End));

    private int End => Count == 0 ? 0 : _lines[^1].End;

    /// <summary>Number of a line in its file, 1-based.</summary>
    public int Number(int line) => _lines[line].Number;

    /// <summary>Forgets the lines; keeps the memory unless one was outsized.</summary>
    public void Clear()
    {
        _lines.Clear();
        if (_bytes.Length > 4 * FullLength) _bytes = GC.AllocateUninitializedArray<byte>(FullLength + FullLength / 4);
    }

    /// <summary>Adds a line.</summary>
    public void Add(ReadOnlySpan<byte> line, int number)
    {
        int end = checked(End + line.Length);
        if (end > _bytes.Length) Array.Resize(ref _bytes, end);
        line.CopyTo(_bytes.AsSpan(End));
        _lines.Add((end, number));
    }
}
