namespace TopicModel.Training.Evaluation.Details;

/// <summary>The articles behind a cell of <see cref="Confusion"/>.</summary>
/// <param name="Row">Row of <see cref="Confusion.Counts"/>: the truth; multilabel: the label.</param>
/// <param name="Column">Column: the label given; multilabel: 1 wrongly given, 2 wrongly not given, 3 rightly given (column 0, rightly not given, has no list).</param>
/// <param name="Count">Number of articles in the cell.</param>
/// <param name="IsMistake">Whether the cell is a wrong decision.</param>
/// <param name="Articles">Some of them: of a wrong decision the most confident first, of a right one the least confident first and at most three.</param>
public sealed record ConfusionCell(int Row, int Column, int Count, bool IsMistake, IReadOnlyList<ArticleOutcome> Articles);
