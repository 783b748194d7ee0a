using System.Runtime.CompilerServices;
using TopicModel.Text;

namespace TopicModel.Features;

/// <summary>
/// The features of one text in reading order, repeats included: what stands between reading a text and counting. Reused from text
/// to text by one thread.
/// </summary>
internal sealed class NgramBuffer
{
    private ulong[] _hashes = new ulong[1024];
    private TextRange[] _spans = [];
    private readonly List<(int End, float Weight)> _fields = [];
    private readonly bool _recordSpans;

    /// <param name="recordSpans">Whether the place of every n-gram in its field is kept (explanations need it).</param>
    public NgramBuffer(bool recordSpans = false) => _recordSpans = recordSpans;

    /// <summary>Whether the place of every n-gram is kept.</summary>
    public bool RecordsSpans => _recordSpans;

    /// <summary>Scratch for whoever fills the buffer: hashes of tokens.</summary>
    public TokenRun Tokens { get; } = new();

    /// <summary>Scratch for whoever fills the buffer: hashes of tokens without their accents.</summary>
    public TokenRun PlainTokens { get; } = new();

    /// <summary>Scratch for whoever fills the buffer: the parts of the current text that are read.</summary>
    public List<TextRange> Parts { get; } = [];

    /// <summary>Number of features, repeats included.</summary>
    public int Count { get; private set; }

    /// <summary>[occurrence] -> feature hash.</summary>
    public ReadOnlySpan<ulong> Hashes => _hashes.AsSpan(0, Count);

    /// <summary>[occurrence] -> place in its field's text; empty unless recorded.</summary>
    public ReadOnlySpan<TextRange> Spans => _spans.AsSpan(0, _recordSpans ? Count : 0);

    /// <summary>In order: where a field's occurrences end, and what each of them counts.</summary>
    public IReadOnlyList<(int End, float Weight)> Fields => _fields;

    /// <summary>Forgets the text; keeps the memory unless it was an outsized text.</summary>
    public void Clear()
    {
        if (_hashes.Length > 1 << 20) (_hashes, _spans) = (new ulong[1024], []);
        Count = 0;
        _fields.Clear();
    }

    /// <summary>Room for the n-grams of a run of tokens, for which no places are recorded; <see cref="Count"/> counts them already.</summary>
    public Span<ulong> AddMany(int count)
    {
        if (_hashes.Length - Count < count) Array.Resize(ref _hashes, Math.Max(_hashes.Length * 2, Count + count));
        Count += count;
        return _hashes.AsSpan(Count - count, count);
    }

    /// <summary>Adds one occurrence that stands at start..end of its field's text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ulong hash, int start, int end)
    {
        ulong[] hashes = _hashes;
        int count = Count;
        if (_recordSpans || (uint)count >= (uint)hashes.Length)
        {
            AddSlowly(hash, start, end);
            return;
        }
        hashes[count] = hash;
        Count = count + 1;
    }

    private void AddSlowly(ulong hash, int start, int end)
    {
        if (Count == _hashes.Length) Array.Resize(ref _hashes, Count * 2);
        if (_recordSpans)
        {
            if (_spans.Length < _hashes.Length) Array.Resize(ref _spans, _hashes.Length);
            _spans[Count] = new TextRange(start, end - start);
        }
        _hashes[Count++] = hash;
    }

    /// <summary>Ends a field whose occurrences count <paramref name="weight"/> each.</summary>
    public void EndField(float weight) => _fields.Add((Count, weight));
}
