namespace TopicModel.Training.Data;

/// <summary>
/// Finds groups of documents whose texts are the same or nearly so: word 5-gram sets with a Jaccard similarity of at least
/// <see cref="MinSimilarity"/>. Candidates share a key of their MinHash sketches (locality-sensitive hashing in bands, Indyk &amp;
/// Motwani 1998) and are then compared exactly; groups are what pairs connect.
/// </summary>
internal static class NearDuplicates
{
    /// <summary>Similarity from which two texts are nearly the same.</summary>
    public const double MinSimilarity = 0.8;

    /// <summary>Sketches less similar than this are not compared further: 5.5 standard errors below.</summary>
    private const double MinSketchSimilarity = 0.6;

    /// <summary>Documents with fewer shingles are always compared: borrowed bins make the estimate worse, and comparing them is cheap.</summary>
    private const int MinSketchSize = 4 * ShingleSketches.Bins;

    /// <summary>[document] -> group, 0-based in the order of the groups' first documents. A document without a word is alone.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="threads">Threads to use, at least 1; the groups do not depend on it.</param>
    /// <param name="cancellationToken">Stops promptly with an <see cref="OperationCanceledException"/>.</param>
    public static int[] Groups(IReadOnlyList<Document> documents, int threads, CancellationToken cancellationToken = default) =>
        Groups(documents, new ShingleSketches(documents, threads, cancellationToken), cancellationToken);

    /// <summary>The same of documents whose sketches were made already.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="sketches">Theirs; others may follow.</param>
    /// <param name="cancellationToken">Stops promptly with an <see cref="OperationCanceledException"/>.</param>
    public static int[] Groups(IReadOnlyList<Document> documents, ShingleSketches sketches, CancellationToken cancellationToken)
    {
        var sets = new UnionFind(documents.Count);
        int[] distinct = JoinEqual(sketches, documents.Count, sets);
        var shingleSets = new ShingleSetCache(documents);
        for (int band = 0; band < ShingleSketches.Bands; band++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            JoinBand(sketches, band, [.. distinct], sets, shingleSets);
        }
        return sets.Groups();
    }

    /// <summary>Joins documents with the same shingles, so that thousands of copies cost no comparison, and returns one of each.</summary>
    private static int[] JoinEqual(ShingleSketches sketches, int count, UnionFind sets)
    {
        var firstOf = new Dictionary<(int Size, ulong Sum), int>();
        var distinct = new List<int>();
        for (int i = 0; i < count; i++)
        {
            if (sketches.Sizes[i] == 0) continue;
            if (firstOf.TryAdd((sketches.Sizes[i], sketches.Sums[i]), i)) distinct.Add(i);
            else sets.Union(firstOf[(sketches.Sizes[i], sketches.Sums[i])], i);
        }
        return [.. distinct];
    }

    private static void JoinBand(ShingleSketches sketches, int band, int[] documents, UnionFind sets, ShingleSetCache shingleSets)
    {
        ulong[] keys = [.. documents.Select(document => sketches.Key(document, band))];
        Array.Sort(keys, documents);
        for (int start = 0, end; start < keys.Length; start = end)
        {
            for (end = start + 1; end < keys.Length && keys[end] == keys[start]; end++)
            {
            }
            JoinCandidates(sketches, documents.AsSpan(start, end - start), sets, shingleSets);
        }
    }

    private static void JoinCandidates(ShingleSketches sketches, ReadOnlySpan<int> candidates, UnionFind sets, ShingleSetCache shingleSets)
    {
        if (AreJoined(candidates, sets)) return;
        for (int i = 1; i < candidates.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                (int left, int right) = (candidates[i], candidates[j]);
                if (sets.Find(left) == sets.Find(right) || !MayBeNear(sketches, left, right)) continue;
                if (Shingles.Similarity(shingleSets[left], shingleSets[right]) >= MinSimilarity) sets.Union(left, right);
            }
        }
    }

    private static bool AreJoined(ReadOnlySpan<int> candidates, UnionFind sets)
    {
        int first = sets.Find(candidates[0]);
        foreach (int candidate in candidates[1..])
            if (sets.Find(candidate) != first) return false;
        return true;
    }

    private static bool MayBeNear(ShingleSketches sketches, int left, int right) =>
        Math.Min(sketches.Sizes[left], sketches.Sizes[right]) < MinSketchSize || sketches.Similarity(left, right) >= MinSketchSimilarity;

    /// <summary>Shingle sets of candidates, made when first asked for: few documents of a corpus ever are candidates.</summary>
    private sealed class ShingleSetCache(IReadOnlyList<Document> documents)
    {
        private readonly Dictionary<int, ulong[]> _sets = [];
        private readonly Shingles _shingles = new();

        public ulong[] this[int document]
        {
            get
            {
                if (!_sets.TryGetValue(document, out ulong[]? set)) _sets[document] = set = _shingles.ReadSet(documents[document]);
                return set;
            }
        }
    }
}
