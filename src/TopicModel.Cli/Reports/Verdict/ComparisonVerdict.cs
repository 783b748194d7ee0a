using TopicModel.Training.Evaluation;
using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Cli.Reports.Verdict;

/// <summary>Says in plain sentences what a comparison comes to.</summary>
internal static class ComparisonVerdict
{
    /// <summary>A sentence for each classifier, then what hinders the comparison.</summary>
    public static IReadOnlyList<VerdictSentence> Write(ReportComparison comparison)
    {
        List<VerdictSentence> sentences = [.. comparison.Classifiers.Select(Write)];
        if (comparison.OnlyAfter.Count > 0) sentences.Add(new VerdictSentence(VerdictKind.Comparison, VerdictTone.Neutral, $"New, with nothing to compare with: {string.Join(", ", comparison.OnlyAfter)}."));
        if (comparison.OnlyBefore.Count > 0) sentences.Add(new VerdictSentence(VerdictKind.Comparison, VerdictTone.Warning, $"Not there any more: {string.Join(", ", comparison.OnlyBefore)}."));
        if (comparison.WhyUnpaired is { } why && comparison.Classifiers.Count > 0)
            sentences.Add(new VerdictSentence(VerdictKind.Comparison, VerdictTone.Neutral, $"The comparison is not paired, so only large differences show: {why}."));
        return sentences;
    }

    private static VerdictSentence Write(ClassifierComparison classifier) => classifier.Outcome switch
    {
        ComparisonOutcome.Better => Sentence(classifier, VerdictTone.Good, $"is clearly better than before: {Figures(classifier)}"),
        ComparisonOutcome.Worse => Sentence(classifier, VerdictTone.Bad, $"is clearly worse than before: {Figures(classifier)}"),
        ComparisonOutcome.NoClearDifference when IsUnchanged(classifier) => Sentence(classifier, VerdictTone.Neutral, $"decides all {ReportFormat.Count(classifier.Documents, "test document")} as rightly or wrongly as before"),
        ComparisonOutcome.NoClearDifference => Sentence(classifier, VerdictTone.Neutral, $"is not clearly better or worse than before: {Figures(classifier)}"),
        _ => Sentence(classifier, VerdictTone.Warning, "cannot be compared: it is of another kind, or one of the two was not tested"),
    };

    private static VerdictSentence Sentence(ClassifierComparison classifier, VerdictTone tone, string text) =>
        new(VerdictKind.Comparison, tone, $"{classifier.Name} {text}.", classifier.Name);

    private static bool IsUnchanged(ClassifierComparison classifier) => classifier.Tests.Count > 0 && classifier.BrokenCount + classifier.FixedCount == 0;

    /// <summary>"macro-F1 0.967, before 0.941 (+0.026 [0.004, 0.051]); 12 documents went from wrong to right and 4 from right to wrong (McNemar, exact: p 0.077)".</summary>
    private static string Figures(ClassifierComparison classifier)
    {
        MetricDifference main = classifier.Metrics.First(metric => metric.Name == MetricBlock.NameOf(classifier.MainMetric));
        string figures = $"{ReportFormat.NameOf(classifier.MainMetric)} {ReportFormat.Number(main.After)}, before {ReportFormat.Number(main.Before)} ({ReportFormat.Signed(main.Difference)}{Interval(main.Interval)})";
        if (classifier.Tests.Count == 0) return figures;
        return $"{figures}; {ReportFormat.Count(classifier.FixedCount, "document")} went from wrong to right and {ReportFormat.Count(classifier.BrokenCount)} from right to wrong ({ReportFormat.Test(classifier.Tests[0])})";
    }

    private static string Interval(Interval? interval) => interval is { } known ? $" {ReportFormat.SignedInterval(known)}" : "";
}
