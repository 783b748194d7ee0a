namespace TopicModel.Training.Trainers;

/// <summary>The loss of one objective over all examples as a function of their scores. Convex; thread-safe.</summary>
internal interface ILossFunction
{
    /// <summary>Scores an example has.</summary>
    int Labels { get; }

    /// <summary>
    /// Returns the summed loss of the examples from <paramref name="firstExample"/> and writes its derivatives by the scores.
    /// <paramref name="scores"/> and <paramref name="derivatives"/> are [(example - firstExample) * Labels + label].
    /// </summary>
    double Evaluate(int firstExample, ReadOnlySpan<double> scores, Span<double> derivatives);
}
