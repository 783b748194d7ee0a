using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Serialization;
using TopicModel.Json;
using TopicModel.Rendering;

namespace TopicModel;

/// <summary>
/// Why a text got its labels. For every label: its bias, plus the contributions of all <see cref="Terms"/>, is its score; so is its
/// bias plus the contributions of all <see cref="Spans"/>, which share out the terms over the words that they consist of. (Contributions
/// are double precision and scores single, so the sums agree to about 1e-6 of their size.) Immutable.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
[JsonConverter(typeof(ExplanationConverter))]
public sealed class Explanation
{
    /// <summary>Terms of a label in <see cref="ToString"/>.</summary>
    private const int TermCount = 3;

    /// <summary>Contributions below this are written as 0.000.</summary>
    private const double Smallest = 0.0005;

    /// <summary>Puts an explanation together, as <see cref="TopicClassifier.Explain(Article)"/> does; for tests of apps.</summary>
    /// <param name="prediction">What is explained.</param>
    /// <param name="labels">The model's labels.</param>
    /// <param name="scores">[label].</param>
    /// <param name="biases">[label].</param>
    /// <param name="terms">With a contribution to each label.</param>
    /// <param name="spans">With a contribution to each label, in reading order, field by field.</param>
    /// <param name="texts">The texts that were read, by the names of their fields.</param>
    /// <exception cref="ArgumentNullException">The prediction or a list is null.</exception>
    /// <exception cref="ArgumentException">Something in a list is null, or scores, biases or the contributions of a term or span are not as many as labels.</exception>
    public Explanation(Prediction prediction, IReadOnlyList<string> labels, IReadOnlyList<double> scores, IReadOnlyList<double> biases,
        IReadOnlyList<EvidenceTerm> terms, IReadOnlyList<EvidenceSpan> spans, IReadOnlyList<KeyValuePair<string, string>> texts)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(spans);
        ArgumentNullException.ThrowIfNull(texts);
        (Prediction, Labels, Terms, Spans, Texts) = (prediction, labels, terms, spans, texts);
        (Scores, Biases) = (LabelValues.Checked(scores, labels, "scores"), LabelValues.Checked(biases, labels, "biases"));
        foreach (EvidenceTerm? term in terms) LabelValues.Checked(term?.Contributions ?? throw new ArgumentException("a term is null"), labels, "contributions of a term");
        foreach (EvidenceSpan? span in spans) LabelValues.Checked(span?.Contributions ?? throw new ArgumentException("a span is null"), labels, "contributions of a span");
        foreach ((string field, string text) in texts) if (field is null || text is null) throw new ArgumentException("a text or the name of its field is null");
    }

    /// <summary>CSS for what <see cref="ToHtml"/> writes: light and dark, and told apart without colours too.</summary>
    public static string HtmlStyle => HtmlRendering.Style;

    /// <summary>What is explained.</summary>
    public Prediction Prediction { get; }

    /// <summary>The model's labels: what indexes contributions.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>[label] -> score before calibration.</summary>
    public IReadOnlyList<double> Scores { get; }

    /// <summary>[label] -> what the score starts from before anything is read; of a linear model the score of an empty text.</summary>
    public IReadOnlyList<double> Biases { get; }

    /// <summary>The words and sequences of words found, in order of first occurrence.</summary>
    public IReadOnlyList<EvidenceTerm> Terms { get; }

    /// <summary>Non-overlapping parts of the text, in reading order, field by field.</summary>
    public IReadOnlyList<EvidenceSpan> Spans { get; }

    /// <summary>The texts that were read, by the names of their fields, in the model's order; empty ones are left out.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Texts { get; }

    /// <summary>The terms that speak most strongly for a label (or against it), the strongest first; those too weak to show are left out.</summary>
    /// <param name="label">One of <see cref="Labels"/>.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="against">Whether those against the label are wanted.</param>
    /// <exception cref="ArgumentException">There is no such label.</exception>
    public IReadOnlyList<EvidenceTerm> StrongestTerms(string label, int count = 8, bool against = false) => Strongest(IndexOf(label), count, against);

    /// <summary>Cuts a field's text into segments, marked where they speak for or against a label; together they are the whole text.</summary>
    /// <param name="label">One of <see cref="Labels"/>.</param>
    /// <param name="field">Name of a field; one that was not read or is empty has no segments.</param>
    /// <exception cref="ArgumentException">There is no such label.</exception>
    public IReadOnlyList<MarkedSegment> Mark(string label, string field) =>
        Texts.FirstOrDefault(text => text.Key == field).Value is { } text ? MarkedSegment.Of(this, IndexOf(label), field, text) : [];

    /// <summary>
    /// An HTML fragment: for each label given (or the one asked for; or the most probable when none is given) the text, marked where it
    /// speaks for and against the label. Escaped, without scripts; put <see cref="HtmlStyle"/> into the page's style sheet.
    /// </summary>
    /// <param name="label">The only label to explain. Default: those given.</param>
    /// <exception cref="ArgumentException">There is no such label.</exception>
    public string ToHtml(string? label = null) => HtmlRendering.Fragment(this, Shown(label));

    /// <summary>
    /// Text for a terminal, coloured by ANSI escape sequences: for each label given (or the one asked for) the strongest terms, then the
    /// text, green where it speaks for the label, red and underlined where against. Control characters of the text are left out.
    /// </summary>
    /// <param name="label">The only label to explain. Default: those given.</param>
    /// <param name="width">Characters of a line, 0 for lines as long as they are.</param>
    /// <exception cref="ArgumentException">There is no such label.</exception>
    public string ToAnsi(string? label = null, int width = 0) => new TextRendering(TextMarkup.Ansi, width).Render(this, Shown(label));

    /// <summary>The same without colours: [+word] speaks for the label, [++word] strongly, [-word] against it.</summary>
    /// <inheritdoc cref="ToAnsi" path="/param"/>
    /// <inheritdoc cref="ToAnsi" path="/exception"/>
    public string ToText(string? label = null, int width = 0) => new TextRendering(TextMarkup.Plain, width).Render(this, Shown(label));

    /// <summary>
    /// The labels given, each with the terms that spoke most for it: "favor (0.912): hợp tác +0.532, hữu nghị +0.211"; of a binary model that
    /// says no, those that spoke most against the positive label: "no (0.103): hợp tác -0.532"; "none (0.034)" when no label is given.
    /// </summary>
    public override string ToString()
    {
        int[] given = Given();
        if (given.Length > 0) return string.Join("; ", given.Select(label => Describe(Labels[label], Probability(label), label, against: false)));
        return Prediction.Label is { } negative ? Describe(negative, Prediction.Probability, 0, against: true) : Prediction.ToString();
    }

    /// <summary>Probability of the label of that index.</summary>
    internal double Probability(int label) => Prediction.Scores[Labels[label]];

    /// <summary>Terms for or against the label of that index; see <see cref="StrongestTerms"/>.</summary>
    internal IReadOnlyList<EvidenceTerm> Strongest(int label, int count, bool against)
    {
        int sign = against ? -1 : 1;
        return [.. Terms.Where(term => sign * term.Contributions[label] >= Smallest).OrderByDescending(term => sign * term.Contributions[label]).Take(count)];
    }

    private int[] Given() => [.. Enumerable.Range(0, Labels.Count).Where(label => Prediction.Labels.Contains(Labels[label]))];

    /// <summary>Indices of the labels worth showing: the one asked for, else those given, else the most probable.</summary>
    private int[] Shown(string? label)
    {
        if (label is not null) return [IndexOf(label)];
        return Given() is { Length: > 0 } given ? given : [Enumerable.Range(0, Labels.Count).MaxBy(Probability)];
    }

    private int IndexOf(string label) => LabelIndex.Of(label, Labels);

    private string Describe(string name, double probability, int label, bool against)
    {
        string head = string.Create(CultureInfo.InvariantCulture, $"{name} ({probability:0.000})");
        return string.Join(", ", Strongest(label, TermCount, against).Select(term => TextRendering.Describe(term, label))) is { Length: > 0 } list ? $"{head}: {list}" : head;
    }
}
