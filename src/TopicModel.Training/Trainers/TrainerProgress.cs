namespace TopicModel.Training.Trainers;

/// <summary>Where a trainer is.</summary>
/// <param name="Iteration">Passes made over the data.</param>
/// <param name="MaxIterations">Passes after which it gives up.</param>
/// <param name="Violation">How far it is from the optimum, in the trainer's own measure; it stops below its tolerance.</param>
public readonly record struct TrainerProgress(int Iteration, int MaxIterations, double Violation);
