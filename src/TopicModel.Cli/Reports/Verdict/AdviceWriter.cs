using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Cli.Reports.Verdict;

/// <summary>Says what to do first: leaks, then wrong labels, then more documents where they help, then weak slices and labels; at most five sentences.</summary>
/// <param name="details">The report with everything but the verdict.</param>
internal sealed class AdviceWriter(ReportDetails details)
{
    private const int MaxSentences = 5;

    /// <summary>Gain from twice the documents that is worth collecting them.</summary>
    private const double WorthwhileGain = 0.01;

    /// <summary>F1 below which a label is worth a look of its own.</summary>
    private const double WeakLabel = 0.75;

    /// <summary>The sentences.</summary>
    public IReadOnlyList<VerdictSentence> Write() => [.. Leaks().Concat(Labels()).Concat(MoreDocuments()).Concat(Slices()).Concat(WeakLabels()).Take(MaxSentences)];

    private static VerdictSentence Advice(string text, string? classifier = null) => new(VerdictKind.Advice, VerdictTone.Neutral, text, classifier);

    private IEnumerable<VerdictSentence> Leaks()
    {
        if (details.Leaks.Count > 0) yield return Advice($"Take the test documents out that are trained on ({LabelIssuesFile.Name} names them), and train again.");
    }

    private IEnumerable<VerdictSentence> Labels()
    {
        ClassifierDetails[] suspected = [.. details.Classifiers.Where(classifier => classifier.Report.LabelQuality is { Suspects: > 0 }).OrderByDescending(classifier => classifier.Report.LabelQuality!.EstimatedErrorShare)];
        if (suspected.Length == 0) yield break;
        string counts = string.Join(", ", suspected.Select(classifier => $"{classifier.Name} {ReportFormat.Count(classifier.Report.LabelQuality!.Suspects)} (estimated {ReportFormat.Percent(classifier.Report.LabelQuality.EstimatedErrorShare)} wrong)"));
        yield return Advice($"Read the suspect labels in {LabelIssuesFile.Name}, the most suspect first: {counts}.");
    }

    private IEnumerable<VerdictSentence> MoreDocuments()
    {
        foreach (ClassifierDetails classifier in details.Classifiers)
        {
            if (classifier.Report.LearningCurve is not { Trend.Extrapolation: [_, .., var doubled] } curve) continue;
            double gain = doubled.Score - curve.Points[^1].Score;
            if (gain >= WorthwhileGain) yield return Advice($"Label more documents for {classifier.Name}: twice as many should lift {ReportFormat.NameOf(curve.Metric)} from {ReportFormat.Number(curve.Points[^1].Score)} to about {ReportFormat.Number(doubled.Score)}.", classifier.Name);
        }
    }

    /// <summary>The weakest slice of each classifier, if it is clearly below the others.</summary>
    private IEnumerable<VerdictSentence> Slices()
    {
        foreach (ClassifierDetails classifier in details.Classifiers)
        {
            (SliceTable Table, Slice Slice)[] weak = [.. classifier.Report.Slices.SelectMany(table => table.Slices.Where(slice => slice.IsWeak).Select(slice => (table, slice)))];
            if (weak.Length == 0) continue;
            (SliceTable table, Slice slice) = weak.MinBy(one => one.Slice.Score - one.Table.Overall);
            string value = slice.Value.Length == 0 ? $"documents without {table.Field}" : $"{table.Field} '{slice.Value}'";
            yield return Advice($"{classifier.Name} is weakest on {value}: {ReportFormat.NameOf(table.Metric)} {ReportFormat.Number(slice.Score)} against {ReportFormat.Number(table.Overall)} of all; label more documents of this kind (there are {ReportFormat.Count(slice.Documents)}).", classifier.Name);
        }
    }

    private IEnumerable<VerdictSentence> WeakLabels()
    {
        foreach (ClassifierDetails classifier in details.Classifiers)
        {
            if (classifier.Report.Test is not { } test || classifier.Report.Kind is ClassifierKind.Binary or ClassifierKind.Passages) continue;
            if (test.PerLabel.Where(label => label.Support > 0).MinBy(label => label.F1) is not { F1: < WeakLabel } weakest) continue;
            string problem = weakest.Recall < weakest.Precision ? $"it misses {ReportFormat.Percent(1 - weakest.Recall)} of them" : $"{ReportFormat.Percent(1 - weakest.Precision)} of those that it gives are wrong";
            yield return Advice($"Look at the mistakes of {classifier.Name} on '{weakest.Label}': {problem}.", classifier.Name);
        }
    }
}
