namespace TopicModel.Training.Data;

/// <summary>
/// Keeps the texts of documents as UTF-16, for they are read again and again: up to a budget in memory, what is more in a temporary file
/// that is gone when the process is. One thread adds, then any number may read. As UTF-8 they had to be decoded by every reading, slowly
/// where it is no ASCII: processor seconds of a training of vnews, one fit, 15.1 -> 12.7 (2026-11-29).
/// </summary>
/// <param name="memoryBudget">Bytes that are kept in memory.</param>
internal sealed class TextStore(long memoryBudget = TextStore.DefaultMemoryBudget)
{
    /// <summary>64 MiB: some 15,000 articles. With half a gigabyte the peak of one fit of vnews is 65 MB higher, and not faster (2026-11-29).</summary>
    public const long DefaultMemoryBudget = 1L << 26;

    /// <summary>Texts are put into arrays of so many units; a longer one gets its own.</summary>
    private const int BlockSize = 1 << 21;

    private readonly List<char[]> _blocks = [];
    private SpillFile? _file;

    /// <summary>Units in use of the last block.</summary>
    private int _used;
    private long _bytesInMemory;

    /// <summary>Adds the texts of a document.</summary>
    /// <exception cref="IOException">The temporary file cannot be written.</exception>
    public StoredTexts Add(ReadOnlySpan<string> texts)
    {
        var ends = new int[texts.Length];
        int length = 0;
        for (int i = 0; i < ends.Length; i++) ends[i] = length = checked(length + texts[i].Length);
        (char[] target, int start, int block) = Room(length);
        for (int i = 0; i < ends.Length; i++) texts[i].CopyTo(target.AsSpan(start + ends[i] - texts[i].Length));
        return block >= 0 ? new StoredTexts(this, block, start, ends) : new StoredTexts(this, -1, _file!.Append(target.AsSpan(0, length)), ends);
    }

    /// <summary>The units of a document's texts, one behind the other; valid until the thread asks for others.</summary>
    /// <exception cref="IOException">The temporary file cannot be read.</exception>
    public ReadOnlySpan<char> Read(int block, long start, int length) =>
        block >= 0 ? _blocks[block].AsSpan((int)start, length) : _file!.Read(start, length);

    /// <summary>Room for so many units; block -1 is for texts that go on to the file.</summary>
    private (char[] Units, int Start, int Block) Room(int length)
    {
        long bytes = (long)length * sizeof(char);
        if (_bytesInMemory + bytes > memoryBudget)
        {
            _file ??= new SpillFile();
            return (SpillFile.Buffer(length), 0, -1);
        }
        _bytesInMemory += bytes;
        if (_blocks.Count == 0 || _blocks[^1].Length - _used < length)
        {
            _blocks.Add(GC.AllocateUninitializedArray<char>(Math.Max(length, BlockSize)));
            _used = 0;
        }
        int start = _used;
        _used += length;
        return (_blocks[^1], start, _blocks.Count - 1);
    }
}
