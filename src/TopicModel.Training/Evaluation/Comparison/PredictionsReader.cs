using System.Text.Json;
using TopicModel.Training.Data;

namespace TopicModel.Training.Evaluation.Comparison;

/// <summary>Reads predictions.jsonl back.</summary>
/// <param name="report">The report that the file stands beside: it knows kinds, labels and thresholds.</param>
/// <param name="source">Where the file is, for messages.</param>
internal sealed class PredictionsReader(Report report, string source)
{
    /// <summary>[name of the classifier] -> what it said, in the order of the file.</summary>
    /// <exception cref="InvalidDataException">A line is no prediction, or does not fit the report; the message names the line.</exception>
    public IReadOnlyDictionary<string, TestPredictions> Read(string text)
    {
        var lines = new Dictionary<string, List<PredictionLine>>(StringComparer.Ordinal);
        int number = 0;
        foreach (string line in text.Split('\n'))
        {
            number++;
            if (line.Length == 0) continue;
            PredictionLine prediction = Parse(line, number);
            if (!lines.TryGetValue(prediction.Classifier, out List<PredictionLine>? ofClassifier)) lines.Add(prediction.Classifier, ofClassifier = []);
            ofClassifier.Add(prediction);
        }
        return lines.ToDictionary(entry => entry.Key, entry => Assemble(entry.Key, entry.Value), StringComparer.Ordinal);
    }

    private PredictionLine Parse(string line, int number)
    {
        PredictionLine prediction;
        try
        {
            prediction = JsonSerializer.Deserialize(line, PredictionLineContext.Default.PredictionLine) ?? throw Bad(number, "null");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{source} line {number}: this is not a prediction: {error.Message}", error);
        }
        if (!report.Classifiers.TryGetValue(prediction.Classifier, out ClassifierReport? classifier)) throw Bad(number, $"the report beside it has no classifier '{prediction.Classifier}'");
        if (prediction.Probabilities.Length != classifier.Labels.Count) throw Bad(number, $"there are {prediction.Probabilities.Length} probabilities, {classifier.Labels.Count} were expected");
        if (prediction.Probabilities.Any(probability => probability is not (>= 0 and <= 1))) throw Bad(number, "a probability is not from 0 to 1");
        string[] known = Known(classifier);
        if (prediction.Truth.Concat(prediction.Given).FirstOrDefault(label => !known.Contains(label)) is { } unknown) throw Bad(number, $"'{unknown}' is not a label of '{prediction.Classifier}': {string.Join(", ", known)}");
        if (classifier.Kind != ClassifierKind.Multilabel && (prediction.Truth.Length != 1 || prediction.Given.Length != 1)) throw Bad(number, "exactly one label was expected");
        if (classifier.Kind == ClassifierKind.Passages && prediction.Sentences is null) throw Bad(number, "'sentences' was expected");
        if (prediction.Sentences is { } sentences && sentences.Truth.Concat(sentences.Given).Any(index => index < 0 || index >= sentences.Probabilities.Length)) throw Bad(number, "a sentence is out of range");
        return prediction;
    }

    /// <summary>The labels, with the negative one of a binary classifier.</summary>
    private static string[] Known(ClassifierReport classifier) => [.. classifier.Test?.PerLabel.Select(label => label.Label) ?? classifier.Labels];

    private InvalidDataException Bad(int number, string problem) => new($"{source} line {number}: {problem}");

    private TestPredictions Assemble(string name, List<PredictionLine> lines)
    {
        ClassifierReport classifier = report.Classifiers[name];
        bool isBinary = classifier.Kind is ClassifierKind.Binary or ClassifierKind.Passages;
        string negative = isBinary ? classifier.Test!.PerLabel[0].Label : "";
        double[] thresholds = [.. classifier.Test!.PerLabel.Select(label => label.Threshold).OfType<double>()];
        IReadOnlyList<string> labels = classifier.Labels;
        var truth = new LabelMatrix(labels.Count, classifier.Kind == ClassifierKind.Multiclass, [.. lines.Select(line => Indices(labels, line.Truth))]);
        bool[] given = [.. lines.SelectMany(line => labels.Select(label => line.Given.Contains(label)))];
        var documents = new PredictionSet(classifier.Kind, labels, negative, truth, [.. lines.SelectMany(line => line.Probabilities).Select(probability => (double)probability)], given, thresholds);
        return new TestPredictions(name, [.. lines.Select(line => line.Id)], documents, classifier.Kind == ClassifierKind.Passages ? Sentences(classifier, lines) : null);
    }

    private static PredictionSet Sentences(ClassifierReport classifier, List<PredictionLine> lines)
    {
        int[] none = [], positive = [0];
        int[][] truth = [.. lines.SelectMany(line => Enumerable.Range(0, line.Sentences!.Probabilities.Length).Select(i => line.Sentences.Truth.Contains(i) ? positive : none))];
        bool[] given = [.. lines.SelectMany(line => Enumerable.Range(0, line.Sentences!.Probabilities.Length).Select(i => line.Sentences.Given.Contains(i)))];
        double threshold = classifier.Test!.Passages?.PerLabel[1].Threshold ?? double.NaN;
        return new PredictionSet(ClassifierKind.Passages, classifier.Labels, "", new LabelMatrix(1, false, truth),
            [.. lines.SelectMany(line => line.Sentences!.Probabilities).Select(probability => (double)probability)], given, [threshold])
        {
            DocumentOf = [.. lines.SelectMany((line, document) => Enumerable.Repeat(document, line.Sentences!.Probabilities.Length))],
        };
    }

    private static int[] Indices(IReadOnlyList<string> labels, string[] names) => [.. Enumerable.Range(0, labels.Count).Where(label => names.Contains(labels[label]))];
}
