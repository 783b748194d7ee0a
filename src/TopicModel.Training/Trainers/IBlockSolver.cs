namespace TopicModel.Training.Trainers;

/// <summary>Trains the labels of one block on one thread; the weights are left in the block.</summary>
internal interface IBlockSolver
{
    /// <summary>Passes over the data that the slowest lane took.</summary>
    int Iterations { get; }

    /// <summary>Whether every lane met the stopping rule.</summary>
    bool Converged { get; }

    /// <summary>Trains until every lane has converged or the passes are used up; tells the progress if it <paramref name="reports"/>.</summary>
    void Solve(TrainerRun run, bool reports);

    /// <summary>[lane in use] -> the value of the objective; NaN where there is none.</summary>
    IEnumerable<double> Objectives();

    /// <summary>Dual variables, [example * lanes of the block + lane]; null for a trainer that cannot start from them.</summary>
    float[]? Duals => null;
}
