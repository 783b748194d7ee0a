using System.Text.Json.Serialization;

namespace TopicModel.Training.Evaluation;

/// <summary>A 95 % interval; in JSON [low, high].</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end, at least <paramref name="Low"/>.</param>
[JsonConverter(typeof(IntervalConverter))]
public readonly record struct Interval(double Low, double High);
