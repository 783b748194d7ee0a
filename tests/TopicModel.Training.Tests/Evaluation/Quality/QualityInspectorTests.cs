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

        LabelQuality quality = Inspect(documents, predictions);

        LabelSuspect suspect = Assert.Single(quality.Suspects);
        Assert.Equal(("d3", "a.jsonl line 3", SuspectReason.ConfidentDisagreement), (suspect.Id, suspect.Place, suspect.Reason));
        Assert.Equal(["a"], suspect.Given);
        Assert.Equal(["b"], suspect.Suggested);
        Assert.Equal("models that have not seen it give 'b' 0.950 and 'a' 0.050", suspect.Why);
        Assert.Equal(0.95, suspect.Score, 1e-12);
        Assert.Equal((5, 1), (quality.Documents, quality.SuspectCount));
    }

    [Fact]
    public void Multilabel_LabelsAreJudgedApart()
    {
        Document[] documents = Docs.Labelled("x", "x|y", "", "y");
        PredictionSet predictions = Set(ClassifierKind.Multilabel, ["x", "y"], [[0], [0, 1], [], [1]], [0.9, 0.95, 0.8, 0.9, 0.1, 0.1, 0.9, 0.8]);

        LabelQuality quality = Inspect(documents, predictions);

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

        LabelQuality quality = QualityInspector.Inspect([new JudgedDocuments(documents, new Outcomes(predictions))], [0, 0, 1, 2], 0);

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

        LabelQuality quality = QualityInspector.Inspect([Part(0, 1, 2), Part(3, 4)], [0, 1, 2], 0);

        Assert.Equal("d5", Assert.Single(quality.Suspects).Id);
        Assert.Equal(5, quality.Documents);
    }

    private static LabelQuality Inspect(Document[] documents, PredictionSet predictions) =>
        QualityInspector.Inspect([new JudgedDocuments(documents, new Outcomes(predictions))], [.. Enumerable.Range(0, documents.Length)], 0);

    private static PredictionSet Set(ClassifierKind kind, string[] labels, int[][] truth, double[] probabilities) =>
        new(kind, labels, "", new LabelMatrix(labels.Length, kind == ClassifierKind.Multiclass, truth), probabilities, [.. probabilities.Select(p => p >= 0.5)], kind == ClassifierKind.Multiclass ? [] : [.. labels.Select(_ => 0.5)]);
}
