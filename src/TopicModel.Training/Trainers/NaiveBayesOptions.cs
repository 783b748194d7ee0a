namespace TopicModel.Training.Trainers;

/// <summary>Options of <see cref="NaiveBayes"/>.</summary>
public sealed record NaiveBayesOptions
{
    /// <summary>Added to the count of every feature (Laplace or Lidstone smoothing). Above 0, at most 10⁹; default 1.</summary>
    public double Smoothing { get; init; } = 1;
}
