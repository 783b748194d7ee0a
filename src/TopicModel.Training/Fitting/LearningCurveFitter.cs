using TopicModel.Training.Data;
using TopicModel.Training.Evaluation;
using TopicModel.Training.Evaluation.Curves;
using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Training.Fitting;

/// <summary>
/// Measures how the score on the test documents grows with the training documents. The documents are dealt, stratified and near-duplicates
/// together, into ten parts, of which the first 1, 2, 4 and 7 are trained on; thresholds are tuned on the rest. Together the four fits
/// cost about as much as one and a half on everything.
/// </summary>
internal sealed class LearningCurveFitter(ClassifierSpec spec, TrainingData data, IReadOnlyList<Document> test, TrainingContext context)
{
    private const int Parts = 10;

    private static readonly int[] PartsTrainedOn = [1, 2, 4, 7];

    /// <summary>The curve; its last point is the final model's. Null when the documents are too few to deal.</summary>
    /// <param name="parts">Trains the models.</param>
    /// <param name="final">How the final model did on the test documents.</param>
    public LearningCurve? Fit(PartFit parts, MetricBlock final)
    {
        if (data.Groups is not { } groups || groups.Distinct().Count() < Parts || !final.Intervals.ContainsKey(MetricBlock.NameOf(MainMetric.Of(spec.Kind)))) return null;
        Metric metric = MainMetric.Of(spec.Kind);
        int[] partOf = Splitter.Folds(parts.Labels, groups, Parts, context.Seed);
        var points = new List<LearningCurvePoint>();
        foreach (int count in PartsTrainedOn)
        {
            bool[] uses = Array.ConvertAll(partOf, part => part < count);
            int documents = uses.Count(used => used);
            if (!CanLearn(parts.Labels, uses)) continue;
            context.Report(spec.Name, $"learning curve, {documents} documents", 0.9 + 0.01 * count);
            var score = new DecisionResampling(ModelTest.Run(parts.Fit(uses), test, spec.LabelField, context).Documents, metric);
            if (!double.IsNaN(score.Value)) points.Add(new LearningCurvePoint((double)documents / uses.Length, documents, score.Value, score.Interval(context)));
        }
        points.Add(new LearningCurvePoint(1, partOf.Length, final.Value(metric)!.Value, final.Intervals[MetricBlock.NameOf(metric)]));
        return new LearningCurve(metric, points, PowerLawFit.Fit(points));
    }

    /// <summary>Whether every label is there, and missing (unless labels are exclusive), among the documents trained on and among the others.</summary>
    private static bool CanLearn(LabelMatrix labels, bool[] uses)
    {
        foreach (bool side in new[] { true, false })
        {
            LabelMatrix part = labels.Select([.. Enumerable.Range(0, uses.Length).Where(document => uses[document] == side)]);
            if (part.Supports().Any(support => support == 0 || (!labels.IsExclusive && support == part.Count))) return false;
        }
        return true;
    }
}
