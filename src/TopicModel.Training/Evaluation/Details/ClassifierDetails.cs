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

    /// <summary>Score on the test documents against the share of the training documents; null when it was switched off, or without test or cross-validation.</summary>
    public LearningCurve? LearningCurve { get; init; }

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

    /// <summary>Labels that are probably wrong; null without cross-validation.</summary>
    public LabelQuality? Quality { get; init; }

    /// <summary>
    /// The documents by each field of <c>data.slices</c> and by length, in that order. Where the test is a part of the data that was held out,
    /// the training documents are in it too, judged out of fold; with test files of their own, or in an evaluation, only the test documents.
    /// </summary>
    public IReadOnlyList<SliceTable> Slices { get; init; } = [];

    /// <summary>Whether <see cref="Slices"/> count the training documents too, each judged by a model that has not seen it.</summary>
    public bool SlicesIncludeTraining { get; init; }

    /// <summary>Comparison with the classifier of the same name in the report before; null without one.</summary>
    public ClassifierComparison? Comparison { get; init; }
}
