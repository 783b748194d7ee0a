using TopicModel.Training.Data;
using TopicModel.Training.Evaluation;
using TopicModel.Training.Evaluation.Details;
using TopicModel.Training.Evaluation.Quality;
using TopicModel.Training.Fitting;
using TopicModel.Training.Tests.Data;

namespace TopicModel.Training.Tests.Evaluation.Quality;

public class QualityInspectorTests
{
    [Fact]
    public void Multiclass_ConfidentOfAnotherLabel_IsSuggested()
    {
        Document[] documents = Docs.Labelled("a", "a", "a", "b", "b");
        PredictionSet predictions = Set(ClassifierKind.Multiclass, ["a", "b"], [[0], [0], [0], [1], [1]], [0.9, 0.1, 0.8, 0.2, 0.05, 0.95, 0.2, 0.8, 0.1, 0.9]);

        InspectedLabels quality = Inspect(documents, predictions);

        LabelSuspect suspect = Assert.Single(quality.Suspects);
        Assert.Equal(("d3", "a.jsonl line 3", SuspectReason.ConfidentDisagreement), (suspect.Id, suspect.Place, suspect.Reason));
        Assert.Equal(["a"], suspect.Given);
        Assert.Equal(["b"], suspect.Suggested);
        Assert.Equal("models that have not seen it give 'b' 0.950 and 'a' 0.050", suspect.Why);
        Assert.Equal(0.95, suspect.Score, 1e-12);
        Assert.Equal(new LabelQuality(5, 1, 0, 0, quality.Figures.EstimatedErrorShare), quality.Figures);
    }

    [Fact]
    public void Multilabel_LabelsAreJudgedApart()
    {
        Document[] documents = Docs.Labelled("x", "x|y", "", "y");
        PredictionSet predictions = Set(ClassifierKind.Multilabel, ["x", "y"], [[0], [0, 1], [], [1]], [0.9, 0.95, 0.8, 0.9, 0.1, 0.1, 0.9, 0.8]);

        InspectedLabels quality = Inspect(documents, predictions);

        Assert.Equal(["d1", "d4"], quality.Suspects.Select(suspect => suspect.Id));
        Assert.Equal(["x"], quality.Suspects[0].Given);
        Assert.Equal(["x", "y"], quality.Suspects[0].Suggested);
        Assert.Equal("'y' is missing, but models that have not seen it give it 0.950", quality.Suspects[0].Why);
        Assert.Equal(["y"], quality.Suspects[1].Given);
        Assert.Equal(["x", "y"], quality.Suspects[1].Suggested);
    }

    [Fact]
    public void Binary_NoBeyondItsThreshold_SuggestsTheOtherLabel()
    {
        Document[] documents = Docs.Labelled("yes", "yes", "no", "no");
        PredictionSet predictions = Set(ClassifierKind.Binary, ["yes"], [[0], [0], [], []], [0.9, 0.1, 0.2, 0.1]) with { NegativeLabel = "no" };

        LabelSuspect suspect = Assert.Single(Inspect(documents, predictions).Suspects);
        Assert.Equal(("d2", "no", "models that have not seen it give 'yes' 0.100"), (suspect.Id, suspect.Suggested[0], suspect.Why));
    }

    [Fact]
    public void NearDuplicatesWithOtherLabels_TheMoreSuspectOneIsTold()
    {
        Document[] documents = Docs.Labelled("a", "b", "a", "b");
        PredictionSet predictions = Set(ClassifierKind.Multiclass, ["a", "b"], [[0], [1], [0], [1]], [0.9, 0.1, 0.7, 0.3, 0.8, 0.2, 0.1, 0.9]);

        InspectedLabels quality = QualityInspector.Inspect([new JudgedDocuments(documents, new Outcomes(predictions))], [0, 0, 1, 2], 0);

        LabelSuspect suspect = Assert.Single(quality.Suspects);
        Assert.Equal(("d2", SuspectReason.DuplicateConflict, "nearly the same text is labelled differently at a.jsonl line 1"), (suspect.Id, suspect.Reason, suspect.Why));
        Assert.Equal(["a"], suspect.Suggested);
        Assert.Equal((1 + (1 - (0.3 - 0.7)) / 2) / 2, suspect.Score, 1e-12);
        DuplicatePair pair = Assert.Single(quality.Conflicts);
        Assert.Equal(("a.jsonl line 2", "a.jsonl line 1"), (pair.Place, pair.OtherPlace));
    }

    [Fact]
    public void TestDocuments_AreJudgedBehindTheTrainingDocuments()
    {
        Document[] documents = Docs.Labelled("a", "a", "b", "b", "a");
        PredictionSet all = Set(ClassifierKind.Multiclass, ["a", "b"], [[0], [0], [1], [1], [0]], [0.9, 0.1, 0.8, 0.2, 0.1, 0.9, 0.2, 0.8, 0.05, 0.95]);
        JudgedDocuments Part(params int[] rows) => new([.. rows.Select(row => documents[row])], new Outcomes(all.Select(rows)));

        InspectedLabels quality = QualityInspector.Inspect([Part(0, 1, 2), Part(3, 4)], [0, 1, 2], 0);

        Assert.Equal("d5", Assert.Single(quality.Suspects).Id);
        Assert.Equal(5, quality.Figures.Documents);
    }

    [Theory]
    [InlineData(ClassifierKind.Multiclass)]
    [InlineData(ClassifierKind.Binary)]
    [InlineData(ClassifierKind.Multilabel)]
    public void CheckedLabels_AreToldApartAndCountAsRight(ClassifierKind kind)
    {
        bool isMulticlass = kind == ClassifierKind.Multiclass;
        Document[] documents = Docs.Labelled("b", "b", "b", kind == ClassifierKind.Multilabel ? "" : "a", kind == ClassifierKind.Multilabel ? "" : "a");
        int[][] truth = isMulticlass ? [[1], [1], [1], [0], [0]] : [[0], [0], [0], [], []];
        double[] probabilities = [0.9, 0.8, 0.05, 0.1, 0.9];
        PredictionSet predictions = Set(kind, isMulticlass ? ["a", "b"] : ["b"], truth, isMulticlass ? [.. probabilities.SelectMany(p => new[] { 1 - p, p })] : probabilities) with { NegativeLabel = kind == ClassifierKind.Binary ? "a" : "" };

        InspectedLabels before = Inspect(documents, predictions);
        InspectedLabels after = Inspect(documents, predictions, (document, labels) => document.Id == "d3" && labels.SequenceEqual(["b"]));

        Assert.Equal(["d3", "d5"], before.Suspects.Select(suspect => suspect.Id));
        Assert.Empty(before.Checked);
        Assert.Equal(["d5"], after.Suspects.Select(suspect => suspect.Id));
        Assert.Equal(before.Suspects[0] with { Given = after.Checked[0].Given, Suggested = after.Checked[0].Suggested }, Assert.Single(after.Checked));
        Assert.Equal((5, 1, 1), (after.Figures.Documents, after.Figures.Suspects, after.Figures.Checked));
        Assert.True(after.Figures.EstimatedErrorShare < before.Figures.EstimatedErrorShare);
    }

    [Theory]
    [InlineData("d2", "d1", 1)]
    [InlineData("d1", "d2", 1)]
    [InlineData("d1 d2", "", 0)]
    public void NearDuplicatesWithOtherLabels_TheOneThatNobodyHasCheckedIsTold(string known, string suspects, int conflicts)
    {
        Document[] documents = Docs.Labelled("a", "b", "a", "b");
        PredictionSet predictions = Set(ClassifierKind.Multiclass, ["a", "b"], [[0], [1], [0], [1]], [0.9, 0.1, 0.7, 0.3, 0.8, 0.2, 0.1, 0.9]);

        InspectedLabels quality = QualityInspector.Inspect([new JudgedDocuments(documents, new Outcomes(predictions))], [0, 0, 1, 2], 0, (document, _) => known.Split(' ').Contains(document.Id));

        Assert.Equal(suspects, string.Join(' ', quality.Suspects.Select(suspect => suspect.Id)));
        Assert.Equal((conflicts, conflicts), (quality.Figures.Conflicts, quality.Conflicts.Count));
    }

    private static InspectedLabels Inspect(Document[] documents, PredictionSet predictions, Func<Document, IReadOnlyList<string>, bool>? isKnown = null) =>
        QualityInspector.Inspect([new JudgedDocuments(documents, new Outcomes(predictions))], [.. Enumerable.Range(0, documents.Length)], 0, isKnown);

    private static PredictionSet Set(ClassifierKind kind, string[] labels, int[][] truth, double[] probabilities) =>
        new(kind, labels, "", new LabelMatrix(labels.Length, kind == ClassifierKind.Multiclass, truth), probabilities, [.. probabilities.Select(p => p >= 0.5)], kind == ClassifierKind.Multiclass ? [] : [.. labels.Select(_ => 0.5)]);
}
