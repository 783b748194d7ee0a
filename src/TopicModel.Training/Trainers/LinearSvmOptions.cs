namespace TopicModel.Training.Trainers;

/// <summary>Options of <see cref="LinearSvm"/>.</summary>
public sealed record LinearSvmOptions
{
    /// <summary>Weight of the loss against the regularization: higher fits the training data more closely. Above 0, at most 10⁹; default 1.</summary>
    public double C { get; init; } = 1;

    /// <summary>A label's training stops when its largest and smallest projected gradients of one pass differ by no more. Above 0, at most 10⁹; default 0.01.</summary>
    public double Tolerance { get; init; } = 0.01;

    /// <summary>Passes over the data at most. 1 to 1,000,000; default 1000.</summary>
    public int MaxIterations { get; init; } = 1000;
}
