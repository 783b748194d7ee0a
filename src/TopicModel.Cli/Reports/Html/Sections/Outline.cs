using TopicModel.Training.Evaluation;
using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Cli.Reports.Html.Sections;

/// <summary>Which parts the page has: the one source of its contents, its headings and their anchors.</summary>
internal static class Outline
{
    /// <summary>The parts that a classifier has something for, in their order.</summary>
    public static IReadOnlyList<Part> PartsOf(ReportDetails report, ClassifierDetails classifier) => [.. Enum.GetValues<Part>().Where(part => Has(report, classifier, part))];

    /// <summary>The parts that a block of figures (documents, or sentences) has something for.</summary>
    public static IReadOnlyList<Part> PartsOf(MetricBlock? test, CrossValidationReport? crossValidation, TestCurves? curves) =>
        [.. Enum.GetValues<Part>().Where(part => Has(test, crossValidation, curves, part))];

    /// <summary>Heading of a part.</summary>
    public static string TitleOf(Part part) => part switch
    {
        Part.Metrics => "Metrics",
        Part.Labels => "Labels",
        Part.Confusion => "Confusions",
        Part.Curves => "Precision against recall",
        Part.Probabilities => "Probabilities",
        Part.Sentences => "Sentences",
        Part.Passages => "Sentences in place",
        Part.Mistakes => "Instructive mistakes",
        Part.Words => "Strongest words",
        Part.Learning => "Learning curve",
        Part.Slices => "Slices, weakest first",
        Part.Quality => "Suspect labels",
        Part.Comparison => "Against the last report",
        Part.Trend => "Trend",
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "not a part"),
    };

    /// <summary>Anchor of a part of a classifier: "theme.labels".</summary>
    public static string AnchorOf(string classifier, Part part) => Anchor.Of(classifier, part.ToString().ToLowerInvariant());

    /// <summary>The history of a classifier, the oldest first.</summary>
    public static IReadOnlyList<(HistoryEntry Entry, HistoryFigures Figures)> HistoryOf(ReportDetails report, string classifier) =>
        [.. report.History.Where(entry => entry.Classifiers.ContainsKey(classifier)).Select(entry => (entry, entry.Classifiers[classifier]))];

    private static bool Has(ReportDetails report, ClassifierDetails classifier, Part part) => part switch
    {
        Part.Sentences => classifier.Report.Test?.Passages is not null || classifier.Report.CrossValidation?.Passages is not null,
        Part.Passages => classifier.PassageExamples.Count > 0,
        Part.Mistakes => classifier.Mistakes.Count > 0,
        Part.Words => classifier.Ngrams.Any(label => label.For.Count + label.Against.Count > 0),
        Part.Learning => classifier.Report.LearningCurve is { Points.Count: > 0 },
        Part.Slices => classifier.Report.Slices.Any(table => table.Slices.Count > 0),
        Part.Quality => classifier.Report.LabelQuality is not null,
        Part.Comparison => classifier.Comparison is not null,
        Part.Trend => HistoryOf(report, classifier.Name).Count > 1,
        _ => Has(classifier.Report.Test, classifier.Report.CrossValidation, classifier.Curves, part),
    };

    private static bool Has(MetricBlock? test, CrossValidationReport? crossValidation, TestCurves? curves, Part part) => part switch
    {
        Part.Metrics => test is not null || crossValidation is not null,
        Part.Labels or Part.Confusion => test is { Documents: > 0 },
        Part.Curves => curves is not null && curves.PrecisionRecall.Any(curve => curve.Points.Count > 0),
        Part.Probabilities => curves is not null && curves.Reliability.Any(bin => bin.Count > 0),
        _ => false,
    };
}
