namespace TopicModel.Training.Trainers;

/// <summary>Trains labels one against the rest: dealt to blocks, the blocks shared out among the threads.</summary>
internal static class BlockTraining
{
    /// <summary>Trains with the solvers that <paramref name="createSolver"/> makes. The progress told is that of the first block.</summary>
    /// <param name="problem">What is learned from.</param>
    /// <param name="run">How.</param>
    /// <param name="createSolver">Makes the solver of a block.</param>
    /// <param name="mostLanes">Lanes that the solvers can do with: 8 or 16.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static TrainingResult Train(TrainingProblem problem, TrainerRun run, Func<LabelBlock, IBlockSolver> createSolver, int mostLanes = SparseOps.Lanes)
    {
        LabelBlock[] blocks = LabelBlock.Split(problem, run.Threads, mostLanes);
        var solvers = new IBlockSolver[blocks.Length];
        var objectives = new double[blocks.Length][];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = run.Threads, CancellationToken = run.CancellationToken };
        Parallel.For(0, blocks.Length, parallel, i =>
        {
            solvers[i] = createSolver(blocks[i]);
            solvers[i].Solve(run, reports: i == 0);
            objectives[i] = [.. solvers[i].Objectives()];
        });
        // Summed label by label: the sum must not depend on how labels were dealt to blocks.
        double objective = objectives.SelectMany(ofLabels => ofLabels).Sum();
        TrainingResult result = LabelBlock.ToResult(problem, blocks, objective, solvers.Max(solver => solver.Iterations), solvers.All(solver => solver.Converged), run.Threads);
        return result with { Duals = DualsOf(problem, blocks, solvers) };
    }

    /// <summary>[example * labels + label] of the solvers' [example * lanes + lane]; null where they have none.</summary>
    private static float[]? DualsOf(TrainingProblem problem, LabelBlock[] blocks, IBlockSolver[] solvers)
    {
        int labels = problem.Labels.LabelCount;
        var duals = new float[checked(problem.Features.RowCount * labels)];
        for (int i = 0; i < blocks.Length; i++)
        {
            if (solvers[i].Duals is not { } lanes) return null;
            for (int example = 0; example < problem.Features.RowCount; example++)
                lanes.AsSpan(example * blocks[i].Lanes, blocks[i].Count).CopyTo(duals.AsSpan(example * labels + blocks[i].FirstLabel));
        }
        return duals;
    }
}
