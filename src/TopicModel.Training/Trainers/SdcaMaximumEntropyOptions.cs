namespace TopicModel.Training.Trainers;

/// <summary>Options of <see cref="SdcaMaximumEntropy"/>.</summary>
public sealed record SdcaMaximumEntropyOptions
{
    /// <summary>Weight of the loss against the regularization: higher fits the training data more closely. Above 0, at most 10⁹; default 10.</summary>
    public double C { get; init; } = 10;

    /// <summary>Training stops when the duality gap is at most this share of the objective. Above 0, at most 10⁹; default 0.001.</summary>
    public double Tolerance { get; init; } = 0.001;

    /// <summary>Passes over the data at most. 1 to 1,000,000; default 1000.</summary>
    public int MaxIterations { get; init; } = 1000;
}
