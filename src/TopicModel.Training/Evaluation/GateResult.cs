namespace TopicModel.Training.Evaluation;

/// <summary>What became of a condition on a metric.</summary>
/// <param name="Gate">The condition as it was asked for: "theme.microF1=0.9".</param>
/// <param name="Value">The metric's value; NaN, and null in JSON, when it is undefined, which passes no gate.</param>
/// <param name="Passed">Whether the value is good enough.</param>
public sealed record GateResult(string Gate, double Value, bool Passed);
