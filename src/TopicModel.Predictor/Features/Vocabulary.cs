using System.Numerics;

namespace TopicModel.Features;

/// <summary>
/// The features of a model: their hashes in ascending order (a feature's index is its rank) with their inverse document frequencies.
/// Hashes are spread evenly, so the upper bits lead straight to a bucket of one or two.
/// </summary>
internal sealed class Vocabulary
{
    private readonly ulong[] _hashes;
    private readonly float[] _idf;

    /// <summary>[upper bits of a hash] -> index of the first feature of that bucket; one entry more than buckets.</summary>
    private readonly int[] _bucketStarts;
    private readonly int _shift;

    /// <param name="hashes">Strictly ascending.</param>
    /// <param name="idf">As many as hashes.</param>
    /// <exception cref="ArgumentException">The hashes are not ascending or the lengths differ.</exception>
    public Vocabulary(ulong[] hashes, float[] idf)
    {
        if (hashes.Length != idf.Length) throw new ArgumentException($"{hashes.Length} hashes but {idf.Length} inverse document frequencies");
        (_hashes, _idf) = (hashes, idf);
        int bits = Math.Clamp(BitOperations.Log2((uint)Math.Max(2, hashes.Length)), 1, 24);
        _shift = 64 - bits;
        _bucketStarts = new int[(1 << bits) + 1];
        for (int i = 0, bucket = 0; i <= hashes.Length; i++)
        {
            if (i > 0 && i < hashes.Length && hashes[i] <= hashes[i - 1]) throw new ArgumentException($"feature hash {i} is not above the one before it");
            int last = i < hashes.Length ? (int)(hashes[i] >> _shift) : 1 << bits;
            while (bucket <= last) _bucketStarts[bucket++] = i;
        }
    }

    /// <summary>Number of features.</summary>
    public int Count => _hashes.Length;

    /// <summary>[feature] -> hash, ascending.</summary>
    public ReadOnlySpan<ulong> Hashes => _hashes;

    /// <summary>[feature] -> inverse document frequency.</summary>
    public ReadOnlySpan<float> Idf => _idf;

    /// <summary>The index of the feature with that hash, or -1.</summary>
    public int Find(ulong hash)
    {
        int bucket = (int)(hash >> _shift);
        for (int i = _bucketStarts[bucket], end = _bucketStarts[bucket + 1]; i < end; i++)
            if (_hashes[i] == hash) return i;
        return -1;
    }
}
