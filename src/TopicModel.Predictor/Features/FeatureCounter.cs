using System.Numerics;
using System.Runtime.CompilerServices;

namespace TopicModel.Features;

/// <summary>
/// Counts a document's features and keeps them in the order in which they first occur. Reused from document to document by one
/// thread; a small open-addressing table finds the place of a feature seen before.
/// </summary>
internal sealed class FeatureCounter
{
    private int[] _features = new int[512];
    private float[] _values = new float[512];

    /// <summary>Features of the current field in reading order, repeats included.</summary>
    private int[] _found = new int[1024];

    /// <summary>[slot] -> place + 1 in the arrays above, 0 when free.</summary>
    private int[] _table = new int[1024];

    /// <summary>Slots that the current document uses, a power of two, less 1; those behind are left alone.</summary>
    private int _mask;

    /// <summary>Number of different features.</summary>
    public int Count { get; private set; }

    /// <summary>[place] -> feature index.</summary>
    public ReadOnlySpan<int> Features => _features.AsSpan(0, Count);

    /// <summary>[place] -> count, until it is weighted in place.</summary>
    public Span<float> Values => _values.AsSpan(0, Count);

    /// <summary>Counts what stands in <paramref name="ngrams"/> and in <paramref name="vocabulary"/>; forgets the document before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void CountFeatures(NgramBuffer ngrams, Vocabulary vocabulary)
    {
        Reset(Math.Min(ngrams.Count, vocabulary.Count));
        if (_found.Length < ngrams.Count || _found.Length > 1 << 20) _found = new int[Math.Max(1024, ngrams.Count)];
        ReadOnlySpan<ulong> hashes = ngrams.Hashes;
        int start = 0;
        for (int field = 0; field < ngrams.Fields.Count; field++)
        {
            (int end, float weight) = ngrams.Fields[field];
            int found = vocabulary.FindAll(hashes[start..end], _found);
            foreach (int feature in _found.AsSpan(0, found)) Add(feature, weight);
            start = end;
        }
    }

    private void Reset(int mostFeatures)
    {
        Count = 0;
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(512, mostFeatures));
        _mask = size * 2 - 1;
        if (_features.Length < size || _features.Length > 1 << 20) (_features, _values, _table) = (new int[size], new float[size], new int[size * 2]);
        else _table.AsSpan(0, size * 2).Clear();
    }

    private void Add(int feature, float weight)
    {
        int[] table = _table;
        int slot = (int)((uint)feature * 2654435769u) & _mask;
        for (; table[slot] != 0; slot = (slot + 1) & _mask)
        {
            if (_features[table[slot] - 1] != feature) continue;
            _values[table[slot] - 1] += weight;
            return;
        }
        (_features[Count], _values[Count]) = (feature, weight);
        table[slot] = ++Count;
    }
}
