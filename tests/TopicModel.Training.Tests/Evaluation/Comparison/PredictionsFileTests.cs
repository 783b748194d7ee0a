using System.Text;
using TopicModel.Training.Data;
using TopicModel.Training.Evaluation;
using TopicModel.Training.Evaluation.Comparison;

namespace TopicModel.Training.Tests.Evaluation.Comparison;

public class PredictionsFileTests
{
    private const string Source = "predictions.jsonl";

    [Theory]
    [InlineData(ClassifierKind.Multiclass)]
    [InlineData(ClassifierKind.Multilabel)]
    [InlineData(ClassifierKind.Binary)]
    public void Write_ThenRead_IsTheSameToSinglePrecision(ClassifierKind kind)
    {
        PredictionSet set = RandomPredictions.Make(kind, 30, 4, 2);
        var written = new TestPredictions("c", [.. Enumerable.Range(0, 30).Select(i => $"bài \"{i}\"")], set, null);

        TestPredictions read = Read(Report("c", set, null), Text(written))["c"];

        Assert.Equal(written.Ids, read.Ids);
        AssertSame(set, read.Documents);
    }

    [Fact]
    public void Write_Passages_KeepsTheSentencesOfEachDocument()
    {
        PredictionSet documents = RandomPredictions.Make(ClassifierKind.Passages, 4, 1, 2);
        PredictionSet sentences = RandomPredictions.Make(ClassifierKind.Passages, 9, 1, 3) with { DocumentOf = [0, 0, 0, 1, 1, 3, 3, 3, 3] };

        TestPredictions read = Read(Report("c", documents, sentences), Text(new TestPredictions("c", ["a", "b", "c", "d"], documents, sentences)))["c"];

        AssertSame(documents, read.Documents);
        AssertSame(sentences, read.Sentences!);
        Assert.Equal(sentences.DocumentOf, read.Sentences!.DocumentOf);
    }

    [Fact]
    public void Write_ADocument_IsALine()
    {
        var set = new PredictionSet(ClassifierKind.Multilabel, ["a", "b"], "", new LabelMatrix(2, false, [[0]]), [0.1, 0.75], [false, true], [0.5, 0.5]);

        Assert.Equal("{\"classifier\":\"c\",\"id\":\"đ1\",\"truth\":[\"a\"],\"given\":[\"b\"],\"probabilities\":[0.1,0.75]}\n", Text(new TestPredictions("c", ["đ1"], set, null)));
    }

    [Theory]
    [InlineData("{", "predictions.jsonl line 1: this is not a prediction: ")]
    [InlineData("null", "predictions.jsonl line 1: null")]
    [InlineData("{\"classifier\":\"c\",\"id\":\"1\",\"truth\":[\"label 0\"],\"given\":[\"label 0\"]}", "predictions.jsonl line 1: this is not a prediction: ")]
    [InlineData("{\"classifier\":\"x\",\"id\":\"1\",\"truth\":[],\"given\":[],\"probabilities\":[1]}", "predictions.jsonl line 1: the report beside it has no classifier 'x'")]
    [InlineData("{\"classifier\":\"c\",\"id\":\"1\",\"truth\":[\"label 0\"],\"given\":[\"label 0\"],\"probabilities\":[1]}", "predictions.jsonl line 1: there are 1 probabilities, 2 were expected")]
    [InlineData("{\"classifier\":\"c\",\"id\":\"1\",\"truth\":[\"label 0\"],\"given\":[\"label 0\"],\"probabilities\":[1,2]}", "predictions.jsonl line 1: a probability is not from 0 to 1")]
    [InlineData("{\"classifier\":\"c\",\"id\":\"1\",\"truth\":[\"labl\"],\"given\":[\"label 0\"],\"probabilities\":[1,0]}", "predictions.jsonl line 1: 'labl' is not a label of 'c': label 0, label 1")]
    [InlineData("{\"classifier\":\"c\",\"id\":\"1\",\"truth\":[],\"given\":[\"label 0\"],\"probabilities\":[1,0]}", "predictions.jsonl line 1: exactly one label was expected")]
    public void Read_WrongLine_SaysWhereAndWhat(string line, string message)
    {
        Report report = Report("c", RandomPredictions.Make(ClassifierKind.Multiclass, 5, 2, 1), null);

        Assert.StartsWith(message, Assert.Throws<InvalidDataException>(() => Read(report, line)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DamagedAnywhere_IsReadOrRefusedWithTheLine()
    {
        PredictionSet set = RandomPredictions.Make(ClassifierKind.Multilabel, 6, 2, 2);
        Report report = Report("c", set, null);
        byte[] whole = Encoding.UTF8.GetBytes(Text(new TestPredictions("c", ["1", "2", "3", "4", "5", "6"], set, null)));
        var random = new DeterministicRandom(20261129);
        for (int i = 0; i < 3000; i++)
        {
            byte[] damaged = [.. whole];
            damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            if (Record.Exception(() => Read(report, Encoding.UTF8.GetString(damaged[..random.Next(damaged.Length)]))) is { } error)
                Assert.StartsWith("predictions.jsonl line ", Assert.IsType<InvalidDataException>(error).Message, StringComparison.Ordinal);
        }
    }

    /// <summary>A report on the predictions of one classifier.</summary>
    internal static Report Report(string name, PredictionSet documents, PredictionSet? sentences) => new()
    {
        ToolVersion = "1",
        Data = new DataReport(new DataPart(100), new DataPart(documents.Truth.Count), "f"),
        Classifiers = new Dictionary<string, ClassifierReport>
        {
            [name] = new ClassifierReport
            {
                Kind = documents.Kind,
                Labels = documents.Labels,
                Trainer = new TrainerReport { Name = "LinearSvm", Options = new Dictionary<string, string>() },
                Calibrated = true,
                Test = Evaluator.Evaluate(documents, 50) with { Passages = sentences is null ? null : Evaluator.Evaluate(sentences, 50) },
                Timings = new Timings(),
            },
        },
    };

    private static string Text(TestPredictions predictions) => Encoding.UTF8.GetString(PredictionsFile.Write([predictions]));

    private static IReadOnlyDictionary<string, TestPredictions> Read(Report report, string text) => new PredictionsReader(report, Source).Read(text);

    private static void AssertSame(PredictionSet expected, PredictionSet actual)
    {
        Assert.Equal(expected.Kind, actual.Kind);
        Assert.Equal(expected.Classes, actual.Classes);
        Assert.Equal(expected.Given, actual.Given);
        Assert.Equal(expected.Thresholds, actual.Thresholds);
        Assert.Equal(expected.Probabilities.Select(probability => (float)probability), actual.Probabilities.Select(probability => (float)probability));
        for (int i = 0; i < expected.Truth.Count; i++) Assert.Equal(expected.Truth[i].ToArray(), actual.Truth[i].ToArray());
    }
}
