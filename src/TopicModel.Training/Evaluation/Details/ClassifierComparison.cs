namespace TopicModel.Training.Evaluation.Details;

/// <summary>What changed in a classifier from one report to another.</summary>
public sealed record ClassifierComparison
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is better, by its main metric.</summary>
    public required ComparisonOutcome Outcome { get; init; }

    /// <summary>The metric that decides the outcome.</summary>
    public required Metric MainMetric { get; init; }

    /// <summary>Documents that both were tested on; unpaired: those of the smaller test.</summary>
    public required int Documents { get; init; }

    /// <summary>Documents that only one of them was tested on, which are left out of a paired comparison; 0 when unpaired.</summary>
    public int Unshared { get; init; }

    /// <summary>Differences of all metrics that both have, in their order.</summary>
    public required IReadOnlyList<MetricDifference> Metrics { get; init; }

    /// <summary>Differences of the metrics of the sentences; empty unless passages.</summary>
    public IReadOnlyList<MetricDifference> PassageMetrics { get; init; } = [];

    /// <summary>Differences of the F1 of each label that both have, in the order of the labels after.</summary>
    public required IReadOnlyList<MetricDifference> Labels { get; init; }

    /// <summary>Tests of whether the decisions changed by more than chance: McNemar's, and for multiclass Stuart and Maxwell's; empty when unpaired.</summary>
    public IReadOnlyList<SignificanceTest> Tests { get; init; } = [];

    /// <summary>Number of documents whose whole decision went from right to wrong; 0 when unpaired.</summary>
    public int BrokenCount { get; init; }

    /// <summary>Number of documents whose whole decision went from wrong to right; 0 when unpaired.</summary>
    public int FixedCount { get; init; }

    /// <summary>Documents that went from right to wrong, the most confident first, at most 50.</summary>
    public IReadOnlyList<ChangedArticle> Broken { get; init; } = [];

    /// <summary>Documents that went from wrong to right, the most confident first, at most 50.</summary>
    public IReadOnlyList<ChangedArticle> Fixed { get; init; } = [];
}
