using TopicModel.Training.Calibration;
using TopicModel.Training.Data;
using TopicModel.Training.Evaluation;

namespace TopicModel.Training.Fitting;

/// <summary>
/// Metrics of every fold, with calibration and thresholds fitted on the out-of-fold scores of the other folds, so that a fold is
/// measured as new data would be.
/// </summary>
internal sealed class FoldMetrics(ClassifierSpec spec, EncodedLabels labels, float[] scores, int[] foldOfRow, TrainingContext context)
{
    private readonly int _outputs = labels.Matrix.LabelCount;

    /// <summary>The report of all folds.</summary>
    public CrossValidationReport Report()
    {
        var folds = new MetricBlock[spec.CrossValidation];
        Parallel.For(0, folds.Length, new ParallelOptions { MaxDegreeOfParallelism = context.Threads, CancellationToken = context.CancellationToken }, fold => folds[fold] = Measure(fold));
        return CrossValidationReport.Of(folds);
    }

    private MetricBlock Measure(int fold)
    {
        (int[] inside, int[] outside) = OutOfFold.Rows(foldOfRow, fold);
        (Models.Calibration calibration, double[] thresholds) = CalibrationFitter.Fit(spec.Kind, OutOfFold.Select(scores, outside, _outputs), labels.Matrix.Select(outside), context.Seed, spec.Prevalence.Of(labels.Labels));
        PredictionSet predictions = Predictions.Decide(spec.Kind, labels.Labels, labels.NegativeLabel, labels.Matrix.Select(inside), OutOfFold.Select(scores, inside, _outputs), calibration, thresholds);
        return Evaluator.Evaluate(predictions, bootstrapSamples: 0, context.Seed, context.Threads, context.CancellationToken);
    }
}
