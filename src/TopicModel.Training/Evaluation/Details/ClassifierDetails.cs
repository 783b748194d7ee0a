using TopicModel.Training.Data;

namespace TopicModel.Training.Evaluation.Details;

/// <summary>What the outputs show of one classifier beside its <see cref="ClassifierReport"/>.</summary>
public sealed record ClassifierDetails
{
    /// <summary>Name of the classifier.</summary>
    public required string Name { get; init; }

    /// <summary>Its entry in the report.</summary>
    public required ClassifierReport Report { get; init; }

    /// <summary>The one metric that stands for the classifier in sentences, slices, learning curve and trend: macroF1 (multiclass), microF1 (multilabel), F1 of the positive label (binary and passages).</summary>
    public required Metric MainMetric { get; init; }

    /// <summary>How many documents have each label, in the order of <see cref="MetricBlock.PerLabel"/>: those trained on (0 in an evaluation) and those tested on.</summary>
    public IReadOnlyList<LabelCount> LabelCounts { get; init; } = [];

    /// <summary>Curves of the test documents; null without a test.</summary>
    public TestCurves? Curves { get; init; }

    /// <summary>Curves of the test documents' sentences; null unless passages with a test.</summary>
    public TestCurves? PassageCurves { get; init; }

    /// <summary>The n-grams that speak most strongly for and against each label, in the order of the labels; of each at most 15. Empty when the model has no n-gram texts.</summary>
    public IReadOnlyList<LabelNgrams> Ngrams { get; init; } = [];

    /// <summary>The articles behind the cells of the test's confusion, row by row; cells without an article are left out. At most 20 articles a cell and 400 altogether.</summary>
    public IReadOnlyList<ConfusionCell> Cells { get; init; } = [];

    /// <summary>
    /// The most instructive mistakes on the test documents: the most confident one of each confusion cell (or wrong label) in turn, the cell
    /// with the most confident mistake first. At most 12; none for passages, see <see cref="PassageExamples"/>.
    /// </summary>
    public IReadOnlyList<Mistake> Mistakes { get; init; } = [];

    /// <summary>Passages only: test documents with missed or spurious sentences, in place, those with the most confident errors first. At most 12.</summary>
    public IReadOnlyList<PassageExample> PassageExamples { get; init; } = [];

    /// <summary>Documents whose label is probably wrong, the most suspect first, as many as <see cref="LabelQuality.Suspects"/> says; none without cross-validation.</summary>
    public IReadOnlyList<LabelSuspect> Suspects { get; init; } = [];

    /// <summary>Documents whose label models doubt, but a person has checked it, the most doubted first, as many as <see cref="LabelQuality.Checked"/> says.</summary>
    public IReadOnlyList<LabelSuspect> Checked { get; init; } = [];

    /// <summary>Near-duplicates that are labelled differently, at most 50.</summary>
    public IReadOnlyList<DuplicatePair> Conflicts { get; init; } = [];

    /// <summary>Comparison with the classifier of the same name in the report before; null without one.</summary>
    public ClassifierComparison? Comparison { get; init; }
}
