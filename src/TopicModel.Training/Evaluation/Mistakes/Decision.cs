namespace TopicModel.Training.Evaluation.Mistakes;

/// <summary>A decision on an example, or, for multilabel, on one of its labels.</summary>
/// <param name="Example">Index of the example.</param>
/// <param name="Row">Row of <see cref="Confusion.Counts"/>.</param>
/// <param name="Column">Its column.</param>
/// <param name="Label">Index of the label at issue: the one given (multiclass), the label (multilabel), 0 (binary).</param>
/// <param name="IsMistake">Whether it is wrong.</param>
/// <param name="Probability">Probability of what was decided, 0 to 1.</param>
internal readonly record struct Decision(int Example, int Row, int Column, int Label, bool IsMistake, double Probability);
