using TopicModel.Training.Data;
using TopicModel.Training.Evaluation;
using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Training.Tests.Fitting;

public sealed class LearningCurveTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_EveryKind_CurveEndsInTheModelOfTheReport()
    {
        SmallCorpus.Write(_folder, "train.jsonl", SmallCorpus.Make(300));

        foreach (ClassifierDetails classifier in Details(SmallCorpus.Session(_folder, "train.jsonl")))
        {
            LearningCurve curve = classifier.Report.LearningCurve!;
            Assert.Equal(classifier.MainMetric, curve.Metric);
            Assert.Equal([0.1, 0.2, 0.4, 0.7, 1.0], curve.Points.Select(point => Math.Round(point.Share, 1)));
            Assert.Equal(curve.Points.Select(point => point.Documents).Order(), curve.Points.Select(point => point.Documents));
            LearningCurvePoint last = curve.Points[^1];
            MetricBlock test = classifier.Report.Test!;
            Assert.Equal((test.Value(curve.Metric)!.Value, test.Intervals[MetricBlock.NameOf(curve.Metric)]), (last.Score, last.Interval));
            Assert.All(curve.Points, point => Assert.InRange(point.Score, point.Interval.Low, point.Interval.High));
        }
    }

    [Fact]
    public void Run_SwitchedOffOrNothingToMeasureOn_NoCurve()
    {
        SmallCorpus.Write(_folder, "train.jsonl", SmallCorpus.Make(200));
        SessionSpec spec = SmallCorpus.Session(_folder, "train.jsonl");

        Assert.All(Details(spec with { Classifiers = [.. spec.Classifiers.Select(classifier => classifier with { WantsLearningCurve = false })] }), classifier => Assert.Null(classifier.Report.LearningCurve));
        Assert.All(Details(spec with { HoldOut = 0 }), classifier => Assert.Null(classifier.Report.LearningCurve));
        Assert.All(Details(SmallCorpus.Session(_folder, "train.jsonl", crossValidation: 0)), classifier => Assert.Equal((null, null), (classifier.Report.LearningCurve, classifier.Report.LabelQuality)));
    }

    [Fact]
    public void Run_FlippedLabelsAndPassages_AreTheMostSuspect()
    {
        List<Document> documents = SmallCorpus.Make(300);
        for (int i = 5; i < 300; i += 30)
        {
            documents[i].Labels[2] = [documents[i].Labels[2]![0] == "yes" ? "no" : "yes"];
            documents[i].Labels[3] = documents[i].Labels[3]!.Length > 0 ? [] : [documents[i].Texts[1].Split('\n')[0]];
        }
        SmallCorpus.Write(_folder, "train.jsonl", documents);

        foreach (ClassifierDetails classifier in Details(SmallCorpus.Session(_folder, "train.jsonl")).Where(classifier => classifier.Name is "urgent" or "tasks"))
        {
            Assert.Equal((300, classifier.Suspects.Count), (classifier.Report.LabelQuality!.Documents, classifier.Report.LabelQuality.Suspects));
            string[] first = [.. classifier.Suspects.Take(10).Select(suspect => suspect.Id)];
            Assert.True(first.Count(id => (int.Parse(id[1..], System.Globalization.CultureInfo.InvariantCulture) - 5) % 30 == 0) >= 7, $"{classifier.Name}: {string.Join(", ", first)}");
            Assert.All(classifier.Suspects, suspect => Assert.NotEqual(suspect.Given, suspect.Suggested));
            Assert.All(classifier.Suspects, suspect => Assert.Equal($"{suspect.File} line {suspect.Line}", suspect.Place));
        }
    }

    [Fact]
    public void Run_Slices_CountEveryDocumentWhereTheTestWasHeldOut()
    {
        File.WriteAllLines(_folder["sliced.jsonl"], File.ReadLines(SmallCorpus.Write(_folder, "train.jsonl", SmallCorpus.Make(200))).Select((line, i) => line.Replace("{\"id\"", $"{{\"genre\":{(i % 2 == 0 ? "\"wire\"" : "[\"a\",\"b\"]")},\"id\"", StringComparison.Ordinal)));
        SessionSpec spec = SmallCorpus.Session(_folder, "sliced.jsonl") with { SliceFields = ["genre", "gnere"] };

        using SessionResult result = new TrainingSession(spec, new TrainingContext(42, 2, "1")).Run();

        Assert.Contains("field 'gnere' is in none of 200 rows; there are genre, id, title, body, topic, topics, urgent, tasks (did you mean 'genre'?)", result.Doubts.Select(doubt => doubt.ToString()));
        ClassifierDetails topic = result.Classifiers[0].Details;
        Assert.True(topic.Report.SlicesIncludeTraining);
        Assert.Equal(["genre", "length"], topic.Report.Slices.Select(table => table.Field));
        Assert.Equal([("a, b", 100), ("wire", 100)], topic.Report.Slices[0].Slices.Select(slice => (slice.Value, slice.Documents)).Order());
        Assert.All(topic.Report.Slices, table => Assert.Equal(200, table.Slices.Sum(slice => slice.Documents)));
    }

    private static IReadOnlyList<ClassifierDetails> Details(SessionSpec spec)
    {
        using SessionResult result = new TrainingSession(spec, new TrainingContext(42, 2, "1")).Run();
        return [.. result.Classifiers.Select(classifier => classifier.Details)];
    }
}
