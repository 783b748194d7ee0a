using TopicModel.Training.Data;
using TopicModel.Training.Features;
using TopicModel.Training.Trainers;

namespace TopicModel.Training.Fitting;

/// <summary>Cross-validation: every row is scored by a model that has not seen it.</summary>
internal static class OutOfFold
{
    /// <summary>
    /// Out-of-fold scores, [row * labels + label]. <paramref name="foldOfRow"/> says in which fold a row is held out. Folds are trained
    /// side by side when there are threads for it; each is computed as if it were alone.
    /// </summary>
    public static float[] Score(SparseCounts counts, EncodedLabels labels, int[] foldOfRow, ClassifierSpec spec, TrainingContext context)
    {
        int folds = spec.CrossValidation, done = 0;
        var scores = new float[checked(counts.RowCount * labels.Matrix.LabelCount)];
        var options = new ParallelOptions { MaxDegreeOfParallelism = context.Threads, CancellationToken = context.CancellationToken };
        Parallel.For(0, folds, options, fold =>
        {
            (int[] inside, int[] outside) = Rows(foldOfRow, fold);
            TrainerRun run = context.Run(Math.Max(1, context.Threads / folds));
            LinearFit.Train(counts, labels, outside, spec, run, new FitClock()).Score(counts, inside, scores);
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
