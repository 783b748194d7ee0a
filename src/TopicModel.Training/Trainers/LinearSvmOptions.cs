namespace TopicModel.Training.Trainers;

/// <summary>Options of <see cref="LinearSvm"/>.</summary>
public sealed record LinearSvmOptions
{
    /// <summary>Weight of the loss against the regularization: higher fits the training data more closely. Above 0, at most 10⁹; default 1.</summary>
    public double C { get; init; } = 1;

    /// <summary>
    /// A label's training stops when its largest and smallest projected gradients of one pass differ by no more. Above 0, at most 10⁹;
    /// default 0.05 (LIBLINEAR's is 0.1): 0.01 takes 14 passes instead of 10 on 20ng, 18 instead of 13 on r8, 20 instead of 16 on
    /// vsfc_sentiments, 15 instead of 11 on vnews, and their test accuracy is the same to 0.04 points (<c>train</c> with crossValidation 0, 2026-11-29).
    /// </summary>
    public double Tolerance { get; init; } = 0.05;

    /// <summary>Passes over the data at most. 1 to 1,000,000; default 1000.</summary>
    public int MaxIterations { get; init; } = 1000;
}
