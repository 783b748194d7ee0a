using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Training.Evaluation.Comparison;

/// <summary>
/// Compares two reports, classifier by classifier. Where both were tested on the same documents and their outcomes are known one by one,
/// tests are paired; else differences have intervals from those of the reports, which are wider.
/// </summary>
internal static class ReportComparer
{
    /// <summary>Compares; the verdict is left to those who write sentences.</summary>
    public static ReportComparison Compare(ComparedReport before, ComparedReport after, TrainingContext context)
    {
        string[] common = [.. before.Report.Classifiers.Keys.Intersect(after.Report.Classifiers.Keys).Order(StringComparer.Ordinal)];
        var pairs = common.Select(name => PairedPredictions.Match(name, before, after)).ToList();
        return new ReportComparison(before.Name, after.Name, pairs.Count > 0 && pairs.TrueForAll(pair => pair.Problem is null), pairs.Find(pair => pair.Problem is not null)?.Problem,
            [.. common.Zip(pairs, (name, pair) => Compare(name, before.Report.Classifiers[name], after.Report.Classifiers[name], pair, context))],
            [.. before.Report.Classifiers.Keys.Except(common).Order(StringComparer.Ordinal)], [.. after.Report.Classifiers.Keys.Except(common).Order(StringComparer.Ordinal)], []);
    }

    private static ClassifierComparison Compare(string name, ClassifierReport before, ClassifierReport after, PairedPredictions pair, TrainingContext context)
    {
        Metric main = MainMetric.Of(after.Kind);
        if (before.Kind != after.Kind || before.Test is not { } first || after.Test is not { } second)
            return new ClassifierComparison { Name = name, Outcome = ComparisonOutcome.NotComparable, MainMetric = main, Documents = 0, Metrics = [], Labels = [] };
        return pair.Problem is null ? PairedComparison.Compare(name, first, second, pair, context) : UnpairedComparison.Compare(name, main, first, second);
    }
}
