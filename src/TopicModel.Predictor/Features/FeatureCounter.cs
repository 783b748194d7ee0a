using System.Numerics;
using System.Runtime.CompilerServices;

namespace TopicModel.Features;

/// <summary>
/// Counts a document's features and keeps them in the order in which they first occur. Reused from document to document by one
/// thread; a small open-addressing table finds the place of a feature seen before.
/// </summary>
internal sealed class FeatureCounter
{
    /// <summary>[1 + place] -> feature index; nothing is at 0.</summary>
    private int[] _features = new int[513];

    /// <summary>[1 + place] -> count; 0 at 0.</summary>
    private float[] _values = new float[513];

    /// <summary>Features of all fields in reading order, repeats included.</summary>
    private int[] _found = new int[1024];

    /// <summary>[field] -> end of its features in the array above.</summary>
    private int[] _ends = new int[4];

    /// <summary>[slot] -> place + 1 in the arrays above, 0 when free.</summary>
    private int[] _table = new int[1024];

    /// <summary>Slots that the current document uses, a power of two, less 1; those behind are left alone.</summary>
    private int _mask;

    /// <summary>Number of different features.</summary>
    public int Count { get; private set; }

    /// <summary>[place] -> feature index.</summary>
    public ReadOnlySpan<int> Features => _features.AsSpan(1, Count);

    /// <summary>[place] -> count, until it is weighted in place.</summary>
    public Span<float> Values => _values.AsSpan(1, Count);

    /// <summary>Counts what stands in <paramref name="ngrams"/> and in <paramref name="vocabulary"/>; forgets the document before.</summary>
    public void CountFeatures(NgramBuffer ngrams, Vocabulary vocabulary)
    {
        int fields = ngrams.Fields.Count, found = 0;
        if (_found.Length < ngrams.Count || _found.Length > 1 << 20) _found = new int[Math.Max(1024, ngrams.Count)];
        if (_ends.Length < fields) _ends = new int[fields];
        for (int field = 0, start = 0; field < fields; start = ngrams.Fields[field++].End)
            _ends[field] = found += vocabulary.FindAll(ngrams.Hashes[start..ngrams.Fields[field].End], _found.AsSpan(found));
        Reset(Math.Min(found, vocabulary.Count));
        for (int field = 0, start = 0; field < fields; start = _ends[field++]) AddAll(_found.AsSpan(start, _ends[field] - start), ngrams.Fields[field].Weight);
    }

    private void Reset(int mostFeatures)
    {
        Count = 0;
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(512, mostFeatures));
        _mask = size * 2 - 1;
        if (_features.Length <= size || _features.Length > 1 << 20) (_features, _values, _table) = (new int[size + 1], new float[size + 1], new int[size * 2]);
        else _table.AsSpan(0, size * 2).Clear();
    }

    /// <summary>
    /// Counts features. Whether one was seen before is no branch, because nothing foretells it: the place is chosen, and written in any
    /// case (11.7 -> 10.8 microseconds for 1,430 features, 2026-11-29).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddAll(ReadOnlySpan<int> found, float weight)
    {
        (int[] table, int[] features, float[] values) = (_table, _features, _values);
        int mask = _mask, count = Count;
        foreach (int feature in found)
        {
            int slot = (int)((uint)feature * 2654435769u) & mask, entry = table[slot];
            while ((entry != 0) & (features[entry] != feature))
            {
                slot = (slot + 1) & mask;
                entry = table[slot];
            }
            int isNew = entry == 0 ? 1 : 0;
            // Nothing was counted at place 0.
            float before = values[entry];
            count += isNew;
            entry = entry == 0 ? count : entry;
            table[slot] = entry;
            features[entry] = feature;
            values[entry] = before + weight;
        }
        Count = count;
    }
}
