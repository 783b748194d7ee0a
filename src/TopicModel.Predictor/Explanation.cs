namespace TopicModel;

/// <summary>
/// Why a text got its labels. For every label: its bias, plus the contributions of all <see cref="Terms"/>, is its score; so is its
/// bias plus the contributions of all <see cref="Spans"/>, which share out the terms over the words that they consist of.
/// </summary>
public sealed class Explanation
{
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

    /// <summary>The n-grams found, in order of first occurrence.</summary>
    public IReadOnlyList<EvidenceTerm> Terms { get; }

    /// <summary>Non-overlapping parts of the text, in reading order, field by field.</summary>
    public IReadOnlyList<EvidenceSpan> Spans { get; }
}
