using TopicModel.Training.Data;

namespace TopicModel.Training.Tests.Data;

public sealed class DataFingerprintTests
{
    private static string Compute(params (string[] Texts, string[]?[] Labels)[] documents) =>
        DataFingerprint.Compute([.. documents.Select((document, i) => new Document($"{i}", document.Texts, document.Labels, $"line {i}"))]);

    [Fact]
    public void Compute_KnownDocuments_NeverChanges() => Assert.Equal("ba8363549d4914da", Compute((["Tiêu đề", "Thân bài"], [["a", "b"], null]), (["", "x"], [[], ["c"]])));

    [Fact]
    public void Compute_IdentifiersAndPlaces_DoNotMatter() =>
        Assert.Equal(DataFingerprint.Compute([new Document("1", ["t"], [["a"]], "a.jsonl line 1")]), DataFingerprint.Compute([new Document("2", ["t"], [["a"]], "b/c.csv line 9")]));

    [Fact]
    public void Compute_EveryOtherDifference_Matters()
    {
        string[] prints =
        [
            Compute(),
            Compute((["t"], [["a"]])),
            Compute((["t "], [["a"]])),
            Compute((["t", ""], [["a"]])),
            Compute((["", "t"], [["a"]])),
            Compute((["t"], [["a"], null])),
            Compute((["t"], [["a", "b"]])),
            Compute((["t"], [["b", "a"]])),
            Compute((["t"], [["ab"]])),
            Compute((["t"], [[]])),
            Compute((["t"], [null])),
            Compute((["t"], [["a"]]), (["t"], [["a"]])),
            Compute((["t"], [["a"]]), (["u"], [["a"]])),
            Compute((["u"], [["a"]]), (["t"], [["a"]])),
        ];

        Assert.Equal(prints.Length, prints.Distinct().Count());
        Assert.All(prints, print => Assert.Matches("^[0-9a-f]{16}$", print));
    }
}
