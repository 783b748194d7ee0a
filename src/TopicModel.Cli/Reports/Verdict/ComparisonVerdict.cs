using TopicModel.Training.Evaluation;
using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Cli.Reports.Verdict;

/// <summary>Says in plain sentences what a comparison comes to.</summary>
internal static class ComparisonVerdict
{
    /// <summary>A sentence for each classifier that changed and one for all others, then what hinders the comparison.</summary>
    public static IReadOnlyList<VerdictSentence> Write(ReportComparison comparison)
    {
        List<VerdictSentence> sentences = [.. comparison.Classifiers.Where(classifier => !IsUnchanged(classifier)).Select(Write)];
        foreach (IGrouping<string, ClassifierComparison> same in comparison.Classifiers.Where(IsUnchanged).GroupBy(ReportFormat.Documents))
            sentences.Add(new VerdictSentence(VerdictKind.Comparison, VerdictTone.Neutral, $"{Names(same)} {(same.Count() == 1 ? "is" : "are")} right on the same documents as before, and wrong on the same ({same.Key}).", same.Count() == 1 ? same.First().Name : null));
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
        ComparisonOutcome.NoClearDifference => Sentence(classifier, VerdictTone.Neutral, $"is not clearly better or worse than before: {Figures(classifier)}"),
        _ => Sentence(classifier, VerdictTone.Warning, "cannot be compared: it is of another kind, or one of the two was not tested"),
    };

    private static VerdictSentence Sentence(ClassifierComparison classifier, VerdictTone tone, string text) =>
        new(VerdictKind.Comparison, tone, $"{classifier.Name} {text}.", classifier.Name);

    /// <summary>"a", "a and b", "a, b and c".</summary>
    private static string Names(IEnumerable<ClassifierComparison> classifiers)
    {
        string[] names = [.. classifiers.Select(classifier => classifier.Name)];
        return names.Length == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}";
    }

    private static bool IsUnchanged(ClassifierComparison classifier) => classifier.Outcome == ComparisonOutcome.NoClearDifference && classifier.Tests.Count > 0 && classifier.BrokenCount + classifier.FixedCount == 0;

    /// <summary>"macro-F1 0.967, before 0.941 (+0.026 [0.004, 0.051]); 12 documents went from wrong to right and 4 from right to wrong (McNemar, exact: p 0.077)".</summary>
    private static string Figures(ClassifierComparison classifier)
    {
        MetricDifference main = classifier.Metrics.First(metric => metric.Name == MetricBlock.NameOf(classifier.MainMetric));
        string figures = $"{ReportFormat.NameOf(classifier.MainMetric)} {ReportFormat.Number(main.After)}, before {ReportFormat.Number(main.Before)} ({ReportFormat.Signed(main.Difference)}{Interval(main.Interval)}){(classifier.Unshared > 0 ? $" on the {ReportFormat.Documents(classifier)}" : "")}";
        if (classifier.Tests.Count == 0) return figures;
        return $"{figures}; {ReportFormat.Count(classifier.FixedCount, "document")} went from wrong to right and {ReportFormat.Count(classifier.BrokenCount)} from right to wrong ({ReportFormat.Test(classifier.Tests[0])})";
    }

    private static string Interval(Interval? interval) => interval is { } known ? $" {ReportFormat.SignedInterval(known)}" : "";
}
