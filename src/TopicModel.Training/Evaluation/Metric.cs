namespace TopicModel.Training.Evaluation;

/// <summary>
/// The figures of a <see cref="MetricBlock"/> that have an interval and a place in cross-validation, in the order of the report.
/// Formulas are at the properties of <see cref="MetricBlock"/>; names in the report are camelCase ("macroF1").
/// </summary>
public enum Metric
{
    /// <summary><see cref="MetricBlock.Accuracy"/>.</summary>
    Accuracy,

    /// <summary><see cref="MetricBlock.MacroF1"/>.</summary>
    MacroF1,

    /// <summary><see cref="MetricBlock.MicroF1"/>.</summary>
    MicroF1,

    /// <summary><see cref="MetricBlock.WeightedF1"/>.</summary>
    WeightedF1,

    /// <summary><see cref="MetricBlock.MacroPrecision"/>.</summary>
    MacroPrecision,

    /// <summary><see cref="MetricBlock.MacroRecall"/>.</summary>
    MacroRecall,

    /// <summary><see cref="MetricBlock.LogLoss"/>.</summary>
    LogLoss,

    /// <summary><see cref="MetricBlock.Brier"/>.</summary>
    Brier,

    /// <summary><see cref="MetricBlock.Ece"/>.</summary>
    Ece,

    /// <summary><see cref="MetricBlock.Auc"/>.</summary>
    Auc,

    /// <summary><see cref="MetricBlock.Precision"/>; binary only.</summary>
    Precision,

    /// <summary><see cref="MetricBlock.Recall"/>; binary only.</summary>
    Recall,

    /// <summary><see cref="MetricBlock.F1"/>; binary only.</summary>
    F1,
}
