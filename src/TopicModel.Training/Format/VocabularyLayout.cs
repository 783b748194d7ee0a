using TopicModel.Features;
using TopicModel.Format;

namespace TopicModel.Training.Format;

/// <summary>Lays out the hashes of a model's features as its file has them.</summary>
internal static class VocabularyLayout
{
    /// <summary>Numbers of buckets that are tried; each fails with a chance of about 1.4e-9 a feature and stranger.</summary>
    private const int MostTries = 100;

    /// <summary>
    /// Buckets and fingerprints of some features. There are as many buckets as it takes for no two features, and no feature and
    /// stranger, to be taken for each other; nearly always the first number does.
    /// </summary>
    /// <param name="hashes">Strictly ascending.</param>
    /// <param name="idfCodes">[feature] -> inverse document frequency in units of <see cref="TermWeighting.IdfUnit"/>.</param>
    /// <param name="strangers">Hashes that must not be found unless they are among the features; read more than once.</param>
    /// <exception cref="InvalidOperationException">No number of buckets tells the hashes apart: they are not spread as hashes are.</exception>
    public static Vocabulary Of(ulong[] hashes, byte[] idfCodes, IEnumerable<ulong> strangers)
    {
        int fewest = hashes.Length / Vocabulary.FeaturesPerBucket + 1;
        for (int bucketCount = fewest; bucketCount < fewest + MostTries; bucketCount++)
        {
            if (TryLayOut(hashes, idfCodes, bucketCount) is { } vocabulary && strangers.All(hash => vocabulary.Find(hash) is var found && (found < 0 || hashes[found] == hash)))
                return vocabulary;
        }
        throw new InvalidOperationException($"the {hashes.Length} features of the model cannot be told apart by {fewest} to {fewest + MostTries - 1} buckets");
    }

    private static Vocabulary? TryLayOut(ulong[] hashes, byte[] idfCodes, int bucketCount)
    {
        var starts = new int[bucketCount + 1];
        var fingerprints = new uint[hashes.Length];
        int next = 0;
        for (int i = 0; i < hashes.Length; i++)
        {
            (int bucket, fingerprints[i]) = Vocabulary.Locate(hashes[i], bucketCount);
            if (i > 0 && bucket < next && fingerprints[i] == fingerprints[i - 1]) return null;
            while (next <= bucket) starts[next++] = i;
        }
        while (next <= bucketCount) starts[next++] = hashes.Length;
        return new Vocabulary(new SectionArray<int>(starts), new SectionArray<uint>(fingerprints), new SectionArray<byte>(idfCodes));
    }
}
