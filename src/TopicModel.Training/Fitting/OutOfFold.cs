using TopicModel.Training.Data;
using TopicModel.Training.Features;
using TopicModel.Training.Trainers;

namespace TopicModel.Training.Fitting;

/// <summary>Cross-validation: every row is scored by a model that has not seen it.</summary>
/// <param name="Unpruned">[row * labels + label] -> score of the weights as they were trained.</param>
/// <param name="ByLevel">[level of pruning] -> scores of the weights as they would be in the file.</param>
internal sealed record OutOfFold(float[] Unpruned, float[][] ByLevel)
{
    /// <summary>
    /// Out-of-fold scores. <paramref name="foldOfRow"/> says in which fold a row is held out. Folds are trained side by side when there
    /// are threads for it; each is computed as if it were alone.
    /// </summary>
    public static OutOfFold Score(SparseCounts counts, EncodedLabels labels, int[] foldOfRow, ClassifierSpec spec, TrainingContext context)
    {
        int folds = spec.CrossValidation, done = 0, length = checked(counts.RowCount * labels.Matrix.LabelCount);
        IReadOnlyList<double> shares = PruneLevels.Shares(spec.Prune);
        var scores = new OutOfFold(new float[length], [.. shares.Select(_ => new float[length])]);
        var options = new ParallelOptions { MaxDegreeOfParallelism = context.Threads, CancellationToken = context.CancellationToken };
        Parallel.For(0, folds, options, fold =>
        {
            (int[] inside, int[] outside) = Rows(foldOfRow, fold);
            TrainerRun run = context.Run(Math.Max(1, context.Threads / folds));
            LinearFit fit = LinearFit.Train(counts, labels, outside, spec, run, new FitClock());
            fit.Score(counts, inside, scores.Unpruned);
            var importance = new FeatureImportance(fit, spec.Features.Weighting);
            for (int level = 0; level < shares.Count; level++) CompactFit.Of(fit, importance, spec.Features.Weighting, shares[level]).Score(counts, inside, scores.ByLevel[level]);
            int finished = Interlocked.Increment(ref done);
            context.Report(spec.Name, $"cross-validation, {finished} of {folds} folds", 0.4 + 0.5 * finished / folds);
        });
        return scores;
    }

    /// <summary>The rows inside a fold and those outside, ascending.</summary>
    public static (int[] Inside, int[] Outside) Rows(int[] foldOfRow, int fold)
    {
        var inside = new List<int>();
        var outside = new List<int>();
        for (int row = 0; row < foldOfRow.Length; row++) (foldOfRow[row] == fold ? inside : outside).Add(row);
        return ([.. inside], [.. outside]);
    }
}
