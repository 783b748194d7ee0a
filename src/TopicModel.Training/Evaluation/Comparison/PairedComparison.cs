using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Training.Evaluation.Comparison;

/// <summary>Compares two versions of a classifier on the same documents.</summary>
internal static class PairedComparison
{
    private const int Resamples = 1000, MaxListed = 50;

    /// <summary>Differences with paired intervals, tests, and the documents that changed.</summary>
    public static ClassifierComparison Compare(string name, MetricBlock before, MetricBlock after, PairedPredictions pair, TrainingContext context)
    {
        PredictionSet first = pair.Before!.Documents, second = pair.After!.Documents;
        bool isWhole = pair.Unshared == 0, isAsBefore = isWhole && pair.SameTruth;
        (IReadOnlyList<MetricDifference> metrics, IReadOnlyList<MetricDifference> labels) = Differences(Known(before, first, isAsBefore, context), Known(after, second, isWhole, context), first, second, context);
        Metric main = MainMetric.Of(second.Kind);
        int[] documents = [.. Enumerable.Range(0, second.Truth.Count)];
        int[] broken = [.. documents.Where(i => first.IsRight(i) && !second.IsRight(i))], repaired = [.. documents.Where(i => !first.IsRight(i) && second.IsRight(i))];
        SignificanceTest mcNemar = McNemar.Test(broken.Length, repaired.Length);
        return new ClassifierComparison
        {
            Name = name,
            MainMetric = main,
            Outcome = metrics.First(metric => metric.Name == MetricBlock.NameOf(main)).Outcome,
            Documents = documents.Length,
            Unshared = pair.Unshared,
            Metrics = metrics,
            PassageMetrics = pair.Before.Sentences is { } sentences && after.Passages is { } passages && before.Passages is { } oldPassages
                ? Differences(Known(oldPassages, sentences, isAsBefore, context), Known(passages, pair.After.Sentences!, isWhole, context), sentences, pair.After.Sentences!, context).Metrics : [],
            Labels = labels,
            Tests = second.Kind == ClassifierKind.Multiclass ? [mcNemar, StuartMaxwell.Test(CrossTable(first, second))] : [mcNemar],
            BrokenCount = broken.Length,
            FixedCount = repaired.Length,
            Broken = Changed(pair, broken),
            Fixed = Changed(pair, repaired),
        };
    }

    /// <summary>The figures of the report, unless documents are left out or labels were corrected in between: then those of the shared documents, by the labels after.</summary>
    private static MetricBlock Known(MetricBlock block, PredictionSet predictions, bool isAsReported, TrainingContext context) =>
        isAsReported ? block : Evaluator.Evaluate(predictions, bootstrapSamples: 0, context.Seed, context.Threads, context.CancellationToken);

    private static (IReadOnlyList<MetricDifference> Metrics, IReadOnlyList<MetricDifference> Labels) Differences(
        MetricBlock before, MetricBlock after, PredictionSet first, PredictionSet second, TrainingContext context)
    {
        PairedBootstrap resampled = PairedBootstrap.Run(first, second, Resamples, context);
        IEnumerable<MetricDifference> metrics = Enum.GetValues<Metric>().Where(metric => before.Value(metric) is not null && after.Value(metric) is not null).Select(metric =>
            Difference.Of(MetricBlock.NameOf(metric), before.Value(metric)!.Value, after.Value(metric)!.Value, resampled.Metrics[(int)metric], metric.IsLoss()));
        IEnumerable<MetricDifference> labels = before.PerLabel.Zip(after.PerLabel).Select((pair, c) => Difference.Of(pair.Second.Label, pair.First.F1, pair.Second.F1, resampled.Labels[c], isLoss: false));
        return ([.. metrics], [.. labels]);
    }

    /// <summary>[label given before][label given after] -> documents.</summary>
    private static int[][] CrossTable(PredictionSet before, PredictionSet after)
    {
        int labels = before.Labels.Count;
        int[][] counts = [.. before.Labels.Select(_ => new int[labels])];
        for (int i = 0; i < before.Truth.Count; i++)
            counts[Array.IndexOf(before.Given, true, i * labels, labels) - i * labels][Array.IndexOf(after.Given, true, i * labels, labels) - i * labels]++;
        return counts;
    }

    private static IReadOnlyList<ChangedArticle> Changed(PairedPredictions pair, int[] documents)
    {
        PredictionSet first = pair.Before!.Documents, second = pair.After!.Documents;
        return [.. documents.Select(i => new ChangedArticle(pair.After.Ids[i], pair.After.Titles.Count == 0 ? "" : pair.After.Titles[i],
                second.TruthOf(i), first.GivenOf(i), second.GivenOf(i), second.Confidence(i)))
            .OrderByDescending(article => article.Probability).Take(MaxListed)];
    }
}
