using TopicModel.Training.Data;

namespace TopicModel.Training.Tests.Data;

public sealed class NearDuplicatesTests
{
    private static Document[] Documents(params string[] texts) => [.. texts.Select((text, i) => Docs.Of(text, ["x"], i + 1))];

    /// <summary>Words from a small vocabulary, so that documents also have shingles in common by chance.</summary>
    private static string[] RandomWords(ref DeterministicRandom random, int count)
    {
        var words = new string[count];
        for (int i = 0; i < count; i++) words[i] = $"w{random.Next(40)}";
        return words;
    }

    /// <summary>Families of texts of 6 to 400 words, each member some random edits away from the family's first.</summary>
    private static Document[] Families(int seed, int families)
    {
        var random = new DeterministicRandom(seed);
        var texts = new List<string>();
        for (int family = 0; family < families; family++)
        {
            string[] words = RandomWords(ref random, 6 + random.Next(394));
            for (int member = random.Next(5); member >= 0; member--)
            {
                var copy = (string[])words.Clone();
                for (int edits = random.Next(1 + copy.Length / 20); edits > 0; edits--) copy[random.Next(copy.Length)] = $"e{random.Next(1000)}";
                texts.Add(string.Join(' ', copy));
            }
        }
        return Documents([.. texts]);
    }

    /// <summary>Every pair compared, by sets of strings.</summary>
    private static int[] SlowGroups(Document[] documents)
    {
        HashSet<string>[] sets = [.. documents.Select(document =>
        {
            string[] words = document.Texts[0].Split(' ');
            return Enumerable.Range(0, words.Length - 4).Select(i => string.Join(' ', words[i..(i + 5)])).ToHashSet();
        })];
        var union = new UnionFind(documents.Length);
        for (int i = 0; i < sets.Length; i++)
            for (int j = 0; j < i; j++)
                if (sets[i].Intersect(sets[j]).Count() >= 0.8 * sets[i].Union(sets[j]).Count()) union.Union(i, j);
        return union.Groups();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Groups_RandomFamilies_AreThoseOfAllPairsCompared(int seed)
    {
        Document[] documents = Families(seed, families: 60);
        int[] expected = SlowGroups(documents);

        int[] groups = NearDuplicates.Groups(documents, threads: 1);

        Assert.InRange(expected.Max() + 1, 70, documents.Length - 20);
        Assert.Equal(expected, groups);
    }

    [Fact]
    public void Groups_OfAnyNumberOfThreads_AreTheSame()
    {
        Document[] documents = Families(seed: 9, families: 200);

        Assert.Equal(NearDuplicates.Groups(documents, threads: 1), NearDuplicates.Groups(documents, threads: 4));
    }

    [Fact]
    public void Groups_FormOfWriting_DoesNotMatter()
    {
        Document[] documents = Documents(
            "Thủy sản Việt Nam xuất khẩu sang châu Âu",
            "something else that nobody else in here has written",
            "THUỶ SẢN VIỆT NAM: xuất khẩu, sang châu Âu!",
            "thu\u0309y sản Việt Nam xuất khẩu sang châu Âu");

        Assert.Equal([0, 1, 0, 0], NearDuplicates.Groups(documents, threads: 1));
    }

    [Fact]
    public void Groups_ShortTexts_AreJoinedWhenTheirWordsAreTheSame() =>
        Assert.Equal([0, 1, 0, 2], NearDuplicates.Groups(Documents("rất tốt", "tốt rất", "Rất tốt.", "rất"), threads: 1));

    [Fact]
    public void Groups_TextsWithoutAWord_AreAlone() => Assert.Equal([0, 1, 2], NearDuplicates.Groups(Documents("!!!", "...", ""), threads: 1));

    [Fact]
    public void Groups_Chain_ConnectsItsEnds()
    {
        string[] words = [.. Enumerable.Range(0, 200).Select(i => $"w{i}")];
        Document[] documents = Documents([.. Enumerable.Range(0, 5).Select(i => string.Join(' ', words[(i * 10)..(i * 10 + 120)]))]);

        Assert.Equal([0, 0, 0, 0, 0], NearDuplicates.Groups(documents, threads: 1));
        Assert.Equal([0, 1], NearDuplicates.Groups([documents[0], documents[4]], threads: 1));
    }

    [Fact]
    public void Groups_ManyCopies_AreQuick()
    {
        string text = string.Join(' ', Enumerable.Range(0, 50).Select(i => $"w{i}"));

        int[] groups = NearDuplicates.Groups(Documents([.. Enumerable.Repeat(text, 30_000)]), threads: 2);

        Assert.Equal(0, groups.Max());
    }

    [Fact]
    public void Groups_OfTheFirstOfSketchedDocuments_AreThoseOfThemAlone()
    {
        string[] texts = ["một hai ba bốn năm sáu", "khác hẳn với tất cả những gì", "một hai ba bốn năm sáu", "khác hẳn với tất cả những gì", "một hai ba bốn năm sáu"];
        List<Document> all = [.. Documents(texts)];
        var sketches = new ShingleSketches(all, threads: 2, CancellationToken.None);

        for (int count = 0; count <= all.Count; count++) Assert.Equal(NearDuplicates.Groups([.. all.Take(count)], threads: 1), NearDuplicates.Groups([.. all.Take(count)], sketches, CancellationToken.None));
    }

    [Fact]
    public void Groups_NoDocuments_IsEmpty() => Assert.Empty(NearDuplicates.Groups([], threads: 2));

    [Fact]
    public void Groups_Cancelled_Stops() =>
        Assert.Throws<OperationCanceledException>(() => NearDuplicates.Groups(Documents("a", "b"), threads: 1, new CancellationToken(true)));
}
