using System.Text.Json;
using TopicModel.Training.Data;
using TopicModel.Training.Evaluation;

namespace TopicModel.Training.Tests.Evaluation;

/// <summary>One case of TestData/evaluation.json: predictions and scikit-learn's figures for them (evaluation.py makes the file).</summary>
public sealed record EvaluationCase(
    string Name, string Kind, int Labels, int[][] Truth, double[] Probabilities, bool[] Given, double[] Thresholds,
    IReadOnlyDictionary<string, double?> Expected, IReadOnlyList<EvaluationCase.Row> PerLabel, int[][] Confusion)
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };

    /// <summary>All cases of the file.</summary>
    public static IReadOnlyList<EvaluationCase> All { get; } =
        JsonSerializer.Deserialize<List<EvaluationCase>>(File.ReadAllText(Repository.PathOf("tests/TopicModel.Training.Tests/TestData/evaluation.json")), Options)!;

    internal PredictionSet ToPredictions()
    {
        ClassifierKind kind = Enum.Parse<ClassifierKind>(Kind, ignoreCase: true);
        string[] labels = [.. Enumerable.Range(0, Labels).Select(label => $"label {label}")];
        var truth = new LabelMatrix(Labels, kind == ClassifierKind.Multiclass, Truth);
        return new PredictionSet(kind, labels, kind == ClassifierKind.Binary ? "no" : "", truth, Probabilities, Given, Thresholds);
    }

    /// <summary>scikit-learn's figures of one label.</summary>
    public sealed record Row(int Support, double Precision, double Recall, double F1, double? AveragePrecision);
}
