namespace TopicModel.Training.Trainers;

/// <summary>Options of <see cref="AveragedPerceptron"/>.</summary>
public sealed record AveragedPerceptronOptions
{
    /// <summary>Passes over the data at most. 1 to 1,000,000; default 10.</summary>
    public int MaxIterations { get; init; } = 10;
}
