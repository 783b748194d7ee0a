using System.Globalization;

namespace TopicModel;

/// <summary>
/// Why a text got its labels. For every label: its bias, plus the contributions of all <see cref="Terms"/>, is its score; so is its
/// bias plus the contributions of all <see cref="Spans"/>, which share out the terms over the words that they consist of.
/// </summary>
public sealed class Explanation
{
    /// <summary>Terms of a label in <see cref="ToString"/>.</summary>
    private const int TermCount = 3;

    /// <summary>Contributions below this are written as 0.000.</summary>
    private const double Smallest = 0.0005;

    internal Explanation(Prediction prediction, IReadOnlyList<string> labels, IReadOnlyList<double> scores, IReadOnlyList<double> biases,
        IReadOnlyList<EvidenceTerm> terms, IReadOnlyList<EvidenceSpan> spans) =>
        (Prediction, Labels, Scores, Biases, Terms, Spans) = (prediction, labels, scores, biases, terms, spans);

    /// <summary>What is explained.</summary>
    public Prediction Prediction { get; }

    /// <summary>The model's labels: what indexes contributions.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>[label] -> score before calibration.</summary>
    public IReadOnlyList<double> Scores { get; }

    /// <summary>[label] -> score of an empty text.</summary>
    public IReadOnlyList<double> Biases { get; }

    /// <summary>The words and sequences of words found, in order of first occurrence.</summary>
    public IReadOnlyList<EvidenceTerm> Terms { get; }

    /// <summary>Non-overlapping parts of the text, in reading order, field by field.</summary>
    public IReadOnlyList<EvidenceSpan> Spans { get; }

    /// <summary>
    /// The labels given, each with the terms that spoke most for it: "favor (0.912): hợp tác +0.532, hữu nghị +0.211"; of a binary model that
    /// says no, those that spoke most against the positive label: "no (0.103): hợp tác -0.532"; "none (0.034)" when no label is given.
    /// </summary>
    public override string ToString()
    {
        int[] given = [.. Enumerable.Range(0, Labels.Count).Where(label => Prediction.Labels.Contains(Labels[label]))];
        if (given.Length > 0) return string.Join("; ", given.Select(label => Describe(Labels[label], Prediction.Scores[Labels[label]], label, sign: 1)));
        return Prediction.Label is { } negative ? Describe(negative, Prediction.Probability, 0, sign: -1) : Prediction.ToString();
    }

    private string Describe(string name, double probability, int label, int sign)
    {
        IEnumerable<string> terms = Terms.Where(term => sign * term.Contributions[label] >= Smallest).OrderByDescending(term => sign * term.Contributions[label]).Take(TermCount)
            .Select(term => string.Create(CultureInfo.InvariantCulture, $"{term.Text} {term.Contributions[label]:+0.000;-0.000}"));
        string head = string.Create(CultureInfo.InvariantCulture, $"{name} ({probability:0.000})");
        return string.Join(", ", terms) is { Length: > 0 } list ? $"{head}: {list}" : head;
    }
}
