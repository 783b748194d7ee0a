using System.Text;

namespace TopicModel.Training.Data;

/// <summary>
/// Keeps the texts of documents as UTF-8, half of what strings take: up to a budget in memory, what is more in a temporary file that
/// is gone when the process is. One thread adds, then any number may read.
/// </summary>
/// <param name="memoryBudget">Bytes that are kept in memory.</param>
internal sealed class TextStore(long memoryBudget = TextStore.DefaultMemoryBudget)
{
    /// <summary>64 MiB: some 20,000 articles. With half a gigabyte the peak of one fit of vnews is 65 MB higher, and not faster (2026-11-29).</summary>
    public const long DefaultMemoryBudget = 1L << 26;

    /// <summary>Texts are put into arrays of this size; a longer one gets its own.</summary>
    private const int BlockSize = 1 << 22;

    private readonly List<byte[]> _blocks = [];
    private SpillFile? _file;

    /// <summary>Bytes in use of the last block.</summary>
    private int _used;
    private long _bytesInMemory;

    /// <summary>Adds the texts of a document, which are whole characters: no lone surrogates.</summary>
    /// <exception cref="IOException">The temporary file cannot be written.</exception>
    public StoredTexts Add(ReadOnlySpan<string> texts)
    {
        var lengths = new int[texts.Length];
        long total = 0;
        for (int i = 0; i < lengths.Length; i++) total += lengths[i] = Encoding.UTF8.GetByteCount(texts[i]);
        int length = checked((int)total);
        (byte[] target, int start, int block) = Room(length);
        int end = start;
        for (int i = 0; i < lengths.Length; i++) end += Encoding.UTF8.GetBytes(texts[i], target.AsSpan(end));
        return block >= 0 ? new StoredTexts(this, block, start, lengths) : new StoredTexts(this, -1, _file!.Append(target.AsSpan(0, length)), lengths);
    }

    /// <summary>The bytes of a document's texts, one behind the other; valid until the thread asks for others.</summary>
    /// <exception cref="IOException">The temporary file cannot be read.</exception>
    public ReadOnlySpan<byte> Read(int block, long start, int length) =>
        block >= 0 ? _blocks[block].AsSpan((int)start, length) : _file!.Read(start, length);

    /// <summary>Room for so many bytes; block -1 is for texts that go on to the file.</summary>
    private (byte[] Bytes, int Start, int Block) Room(int length)
    {
        if (_bytesInMemory + length > memoryBudget)
        {
            _file ??= new SpillFile();
            return (SpillFile.Buffer(length), 0, -1);
        }
        _bytesInMemory += length;
        if (_blocks.Count == 0 || _blocks[^1].Length - _used < length)
        {
            _blocks.Add(GC.AllocateUninitializedArray<byte>(Math.Max(length, BlockSize)));
            _used = 0;
        }
        int start = _used;
        _used += length;
        return (_blocks[^1], start, _blocks.Count - 1);
    }
}
