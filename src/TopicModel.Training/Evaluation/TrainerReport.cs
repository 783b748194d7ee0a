namespace TopicModel.Training.Evaluation;

/// <summary>A trainer and how its last fit, on all training documents, ended.</summary>
public sealed record TrainerReport
{
    /// <summary>Name in train.json ("LinearSvm").</summary>
    public required string Name { get; init; }

    /// <summary>[option name] -> value as text; written in ordinal order of the names.</summary>
    public required IReadOnlyDictionary<string, string> Options { get; init; }

    /// <summary>Passes over the data; null when the model was only evaluated.</summary>
    public int? Iterations { get; init; }

    /// <summary>Value of the trainer's objective at the end, in its own formula; null (or NaN) for a trainer without one or when the model was only evaluated.</summary>
    public double? Objective { get; init; }

    /// <summary>Whether the stopping rule was met before the last pass allowed; null when the model was only evaluated.</summary>
    public bool? Converged { get; init; }
}
