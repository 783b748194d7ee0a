namespace TopicModel.Training.Evaluation;

/// <summary>Which metrics stand for a classifier, and which way they are better.</summary>
public static class MainMetric
{
    /// <summary>Metrics for which lower is better.</summary>
    public static bool IsLoss(this Metric metric) => metric is Metric.LogLoss or Metric.Brier or Metric.Ece;


    /// <summary>The one metric where there is room for one only: macroF1 (multiclass), microF1 (multilabel), F1 of the positive label (binary and passages).</summary>
    public static Metric Of(ClassifierKind kind) => kind switch
    {
        ClassifierKind.Multiclass => Metric.MacroF1,
        ClassifierKind.Multilabel => Metric.MicroF1,
        _ => Metric.F1,
    };
}
