using TopicModel.Training.Data;

namespace TopicModel.Training.Evaluation;

/// <summary>What a classifier said of a set of examples, and the truth. Binary and passages have one label, the positive.</summary>
/// <param name="Kind">What was decided.</param>
/// <param name="Labels">[label].</param>
/// <param name="NegativeLabel">Name of the other label of a binary classifier; "negative" is shown where it is empty.</param>
/// <param name="Truth">[example] -> labels.</param>
/// <param name="Probabilities">[example * labels + label], 0 to 1.</param>
/// <param name="Given">[example * labels + label]: the decision; exactly one label an example for multiclass.</param>
/// <param name="Thresholds">[label]; empty for multiclass.</param>
internal sealed record PredictionSet(
    ClassifierKind Kind, IReadOnlyList<string> Labels, string NegativeLabel, LabelMatrix Truth, double[] Probabilities, bool[] Given, IReadOnlyList<double> Thresholds)
{
    /// <summary>What a negative label without a name is called.</summary>
    public const string NoNegativeLabel = "negative";

    /// <summary>
    /// [example] -> number of the document that it is part of, 0-based; null when every example is a document of its own. Sentences
    /// of one document are resampled together, because they are not independent.
    /// </summary>
    public int[]? DocumentOf { get; init; }

    /// <summary>Whether an example has exactly one of the labels, counting the negative of a binary classifier as one.</summary>
    public bool IsExclusive => Kind != ClassifierKind.Multilabel;

    /// <summary>Whether the decision is between one label and its absence.</summary>
    public bool IsBinary => Kind is ClassifierKind.Binary or ClassifierKind.Passages;

    /// <summary>Labels that metrics are taken over: of a binary classifier the negative and the positive.</summary>
    public IReadOnlyList<string> Classes => IsBinary ? [NegativeLabel.Length == 0 ? NoNegativeLabel : NegativeLabel, Labels[0]] : Labels;

    /// <summary>The same of some of the examples, in the order given.</summary>
    public PredictionSet Select(int[] examples)
    {
        int labels = Labels.Count;
        var probabilities = new double[examples.Length * labels];
        var given = new bool[probabilities.Length];
        for (int i = 0; i < examples.Length; i++)
        {
            Array.Copy(Probabilities, examples[i] * labels, probabilities, i * labels, labels);
            Array.Copy(Given, examples[i] * labels, given, i * labels, labels);
        }
        return this with { Truth = Truth.Select(examples), Probabilities = probabilities, Given = given, DocumentOf = DocumentOf is null ? null : Array.ConvertAll(examples, i => DocumentOf[i]) };
    }

    /// <summary>These examples and behind them those of another set of the same classifier; documents of the other are numbered on.</summary>
    public PredictionSet Concat(PredictionSet other)
    {
        int documents = DocumentOf is null or [] ? 0 : DocumentOf.Max() + 1;
        return this with
        {
            Truth = Truth.Concat(other.Truth),
            Probabilities = [.. Probabilities, .. other.Probabilities],
            Given = [.. Given, .. other.Given],
            DocumentOf = DocumentOf is null ? null : [.. DocumentOf, .. other.DocumentOf!.Select(document => documents + document)],
        };
    }

    /// <summary>Probabilities of one label, [example].</summary>
    public double[] ProbabilitiesOf(int label) => [.. Enumerable.Range(0, Truth.Count).Select(example => Probabilities[example * Labels.Count + label])];

    /// <summary>Whether the whole decision on an example is right.</summary>
    public bool IsRight(int example)
    {
        for (int label = 0; label < Labels.Count; label++)
            if (Given[example * Labels.Count + label] != Truth.Has(example, label)) return false;
        return true;
    }

    /// <summary>Probability of the decision on an example: of the label given (multiclass), of the least sure of its decisions otherwise.</summary>
    public double Confidence(int example)
    {
        double least = 1;
        for (int cell = example * Labels.Count; cell < (example + 1) * Labels.Count; cell++)
        {
            if (Kind == ClassifierKind.Multiclass && !Given[cell]) continue;
            least = Math.Min(least, Given[cell] ? Probabilities[cell] : 1 - Probabilities[cell]);
        }
        return least;
    }

    /// <summary>Names of the true labels of an example; binary: the positive or the negative label.</summary>
    public IReadOnlyList<string> TruthOf(int example) => NamesOf(label => Truth.Has(example, label));

    /// <summary>Names of the labels that an example was given; binary: the positive or the negative label.</summary>
    public IReadOnlyList<string> GivenOf(int example) => NamesOf(label => Given[example * Labels.Count + label]);

    private string[] NamesOf(Func<int, bool> has)
    {
        string[] names = [.. Enumerable.Range(0, Labels.Count).Where(has).Select(label => Labels[label])];
        return IsBinary && names.Length == 0 ? [Classes[0]] : names;
    }

    /// <summary>Throws unless lengths, probabilities and decisions fit each other.</summary>
    /// <exception cref="ArgumentException">They do not.</exception>
    public void Check()
    {
        int cells = Truth.Count * Labels.Count;
        Require(Truth.LabelCount == Labels.Count, $"the truth has {Truth.LabelCount} labels, {Labels.Count} were expected");
        Require(!IsBinary || Labels.Count == 1, $"kind {Kind} has {Labels.Count} labels, 1 was expected");
        Require(Kind != ClassifierKind.Multiclass || Truth.IsExclusive, "the truth of a multiclass set has examples without exactly one label");
        Require(Probabilities.Length == cells, $"there are {Probabilities.Length} probabilities, {cells} were expected");
        Require(Given.Length == cells, $"there are {Given.Length} decisions, {cells} were expected");
        Require(Thresholds.Count == (Kind == ClassifierKind.Multiclass ? 0 : Labels.Count),
            $"there are {Thresholds.Count} thresholds for {Labels.Count} labels of kind {Kind}");
        Require(DocumentOf is null || DocumentOf.Length == Truth.Count, $"there are {DocumentOf?.Length} document numbers, {Truth.Count} were expected");
        for (int i = 0; i < cells; i++)
            if (Probabilities[i] is not (>= 0 and <= 1))
                throw new ArgumentException($"the probability of example {i / Labels.Count}, label {i % Labels.Count} is {Probabilities[i]}, 0 to 1 was expected");
        for (int i = 0; Kind == ClassifierKind.Multiclass && i < Truth.Count; i++)
            if (Given.AsSpan(i * Labels.Count, Labels.Count).Count(true) != 1) throw new ArgumentException($"example {i} was not given exactly one label");
    }

    private static void Require(bool holds, string problem)
    {
        if (!holds) throw new ArgumentException(problem);
    }
}
