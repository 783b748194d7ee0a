using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using TopicModel.Format;

namespace TopicModel.Features;

/// <summary>
/// The features of a model, laid out as they are in its file (docs/model-format.md): a 64-bit hash times the number of buckets gives
/// the bucket in the upper 64 bits of the product and, in the 32 bits below, a fingerprint that is unique in the bucket. Features are
/// in order of their hashes, so a feature's index is its rank. An n-gram that is not in the model is taken for one that is with a
/// probability of about 1.4e-9.
/// </summary>
internal sealed class Vocabulary
{
    /// <summary>Features in a bucket on average: one vector of fingerprints holds nearly every bucket.</summary>
    public const int FeaturesPerBucket = 6;

    /// <summary>
    /// Most features of a bucket. Where hashes fall evenly, a bucket of more has a chance below 1e-30 among a billion features; a file that
    /// has all features in one bucket would make every look-up as long as the model.
    /// </summary>
    public const int MaxBucket = 64;

    /// <summary>Look-ups that go side by side.</summary>
    private const int BlockLength = 32;

    private readonly SectionArray<int> _bucketStarts;
    private readonly SectionArray<uint> _fingerprints;
    private readonly SectionArray<byte> _idfCodes;

    /// <param name="bucketStarts">[bucket] -> index of its first feature; one entry more than buckets.</param>
    /// <param name="fingerprints">[feature], strictly ascending in a bucket.</param>
    /// <param name="idfCodes">[feature] -> inverse document frequency in units of <see cref="TermWeighting.IdfUnit"/>.</param>
    /// <exception cref="ArgumentException">The arrays do not fit each other.</exception>
    public Vocabulary(SectionArray<int> bucketStarts, SectionArray<uint> fingerprints, SectionArray<byte> idfCodes)
    {
        _bucketStarts = bucketStarts;
        _fingerprints = fingerprints;
        _idfCodes = idfCodes;
        Problem problem = FindProblem(out int place);
        if (problem != Problem.None) throw Describe(problem, place);
    }

    /// <summary>Number of features.</summary>
    public int Count => _fingerprints.Length;

    /// <summary>[bucket] -> index of its first feature; one entry more than buckets.</summary>
    public ReadOnlySpan<int> BucketStarts => _bucketStarts.Span;

    /// <summary>[feature] -> fingerprint.</summary>
    public ReadOnlySpan<uint> Fingerprints => _fingerprints.Span;

    /// <summary>[feature] -> inverse document frequency in units of <see cref="TermWeighting.IdfUnit"/>.</summary>
    public ReadOnlySpan<byte> IdfCodes => _idfCodes.Span;

    /// <summary>Bucket and fingerprint of a hash among <paramref name="bucketCount"/> buckets.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (int Bucket, uint Fingerprint) Locate(ulong hash, int bucketCount)
    {
        ulong bucket = Math.BigMul(hash, (ulong)bucketCount, out ulong below);
        return ((int)bucket, (uint)(below >> 32));
    }

    /// <summary>The index of the feature with that hash, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ulong hash)
    {
        (int bucket, uint fingerprint) = Locate(hash, _bucketStarts.Length - 1);
        // Checked when the model was made: starts ascend to the number of features, and there is a bucket for every hash.
        ref int starts = ref _bucketStarts.Start;
        int start = Unsafe.Add(ref starts, bucket), end = Unsafe.Add(ref starts, bucket + 1);
        ref uint fingerprints = ref _fingerprints.Start;
        Vector256<uint> wanted = Vector256.Create(fingerprint);
        for (int i = start; i < end; i += Vector256<uint>.Count)
        {
            uint found = Vector256.Equals(Vector256.LoadUnsafe(ref fingerprints, (nuint)i), wanted).ExtractMostSignificantBits();
            if (found == 0) continue;
            // The vector may reach into the next bucket, where the same fingerprint is another feature's.
            int feature = i + BitOperations.TrailingZeroCount(found);
            return feature < end ? feature : -1;
        }
        return -1;
    }

    /// <summary>
    /// Replaces <paramref name="features"/> by the features of those of the hashes that are in the model, in their order, and returns how
    /// many these are. Blocks of look-ups go step by step without branches, so that the processor waits for many of them at a time:
    /// 58.6 -> 50.2 microseconds for all of a prediction of Vietnamese news of 3,000 letters (2026-11-29).
    /// </summary>
    /// <param name="hashes">Hashes of n-grams.</param>
    /// <param name="features">At least as long.</param>
    public int FindAll(ReadOnlySpan<ulong> hashes, Span<int> features)
    {
        Span<int> starts = stackalloc int[BlockLength], ends = stackalloc int[BlockLength];
        Span<uint> wanted = stackalloc uint[BlockLength];
        ref int bucketStarts = ref _bucketStarts.Start;
        ref uint fingerprints = ref _fingerprints.Start;
        int bucketCount = _bucketStarts.Length - 1, found = 0;
        for (; hashes.Length > 0; hashes = hashes[Math.Min(BlockLength, hashes.Length)..])
        {
            int length = Math.Min(BlockLength, hashes.Length);
            for (int i = 0; i < length; i++)
            {
                (int bucket, wanted[i]) = Locate(hashes[i], bucketCount);
                (starts[i], ends[i]) = (Unsafe.Add(ref bucketStarts, bucket), Unsafe.Add(ref bucketStarts, bucket + 1));
            }
            for (int i = 0; i < length; i++)
            {
                Vector256<uint> bucket = Vector256.LoadUnsafe(ref fingerprints, (nuint)starts[i]);
                uint equal = Vector256.Equals(bucket, Vector256.Create(wanted[i])).ExtractMostSignificantBits();
                int size = ends[i] - starts[i], place = BitOperations.TrailingZeroCount(equal);
                // Written in any case, kept by counting it; there is room, because at most all before were kept.
                features[found] = starts[i] + place;
                found += place < Math.Min(size, Vector256<uint>.Count) ? 1 : 0;
                if (size <= Vector256<uint>.Count || place < Vector256<uint>.Count) continue;
                features[found] = Find(hashes[i]);
                found += features[found] >= 0 ? 1 : 0;
            }
        }
        return found;
    }

    /// <summary>
    /// Checks the arrays in one method without messages: those, and array accessors that are compiled one by one, took 10 of the 73 ms of a
    /// cold process that now are 3 (2026-11-29, busy machine).
    /// </summary>
    private Problem FindProblem(out int place)
    {
        place = 0;
        ReadOnlySpan<int> starts = _bucketStarts.Span;
        ReadOnlySpan<uint> fingerprints = _fingerprints.Span;
        if (starts.Length < 2 || starts[0] != 0 || starts[^1] != fingerprints.Length) return Problem.Ends;
        for (; place + 1 < starts.Length; place++) if (starts[place] > starts[place + 1]) return Problem.Descent;
        // Only where a bucket starts may a fingerprint not be above the one before it: counted, because a branch for every bucket's end is
        // foretold badly; 200,000 features took 0.8 ms, now 0.2 (2026-11-30).
        int descents = 0;
        for (int i = 1; i < fingerprints.Length; i++) descents += fingerprints[i] > fingerprints[i - 1] ? 0 : 1;
        for (place = 0; place + 1 < starts.Length; place++)
        {
            int start = starts[place], size = starts[place + 1] - start;
            if (size > MaxBucket) return Problem.Size;
            if (size > 0 && start > 0 && fingerprints[start] <= fingerprints[start - 1]) descents--;
        }
        if (descents > 0) return Problem.Order;
        return _idfCodes.Length == fingerprints.Length ? Problem.None : Problem.Length;
    }

    private int FirstOutOfOrder()
    {
        for (int bucket = 0; ; bucket++)
            for (int place = BucketStarts[bucket] + 1; place < BucketStarts[bucket + 1]; place++)
                if (Fingerprints[place] <= Fingerprints[place - 1]) return place;
    }

    private ArgumentException Describe(Problem problem, int place) => new(problem switch
    {
        Problem.Ends => $"buckets do not start at 0 and end at {Count}, the number of features",
        Problem.Descent => $"bucket {place} starts at {BucketStarts[place]}, the one behind it at {BucketStarts[place + 1]}",
        Problem.Size => $"bucket {place} has {BucketStarts[place + 1] - BucketStarts[place]} features, at most {MaxBucket} were expected",
        Problem.Order => $"fingerprint {FirstOutOfOrder()} is not above the one before it",
        _ => $"{Count} fingerprints but {_idfCodes.Length} inverse document frequencies",
    });

    private enum Problem { None, Ends, Descent, Size, Order, Length }
}
