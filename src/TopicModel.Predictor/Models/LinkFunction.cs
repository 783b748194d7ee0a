namespace TopicModel.Models;

/// <summary>How calibrated scores become probabilities.</summary>
internal enum LinkFunction
{
    /// <summary>Every output for itself: 1 / (1 + e^-s).</summary>
    Sigmoid,

    /// <summary>The outputs exclude each other: e^s over the sum of all e^s.</summary>
    Softmax,
}
