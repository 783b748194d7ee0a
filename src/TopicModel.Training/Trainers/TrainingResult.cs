namespace TopicModel.Training.Trainers;

/// <summary>A trained linear model and how the training ended.</summary>
/// <param name="Weights">[feature * labels + label].</param>
/// <param name="Biases">[label].</param>
/// <param name="Objective">Value of the trainer's objective (its doc comment has the formula) at the end; NaN for a trainer without one.</param>
/// <param name="Iterations">Passes over the data.</param>
/// <param name="Converged">Whether the stopping rule was met before the last pass allowed.</param>
public sealed record TrainingResult(float[] Weights, float[] Biases, double Objective, int Iterations, bool Converged)
{
    /// <summary>[example * labels + label] -> dual variable at the end, for <see cref="TrainingProblem.InitialDuals"/> of a similar problem; null where the trainer has none to start from.</summary>
    public float[]? Duals { get; init; }
}
