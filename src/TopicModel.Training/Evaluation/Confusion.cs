namespace TopicModel.Training.Evaluation;

/// <summary>
/// Which labels were taken for which, as numbers of examples.
/// <para>Multiclass: <c>Counts[truth][given]</c>, rows and columns in the order of <c>Labels</c>.</para>
/// <para>Binary and passages: the same with two labels, the negative first: <c>[[tn, fp], [fn, tp]]</c>.</para>
/// <para>Multilabel: <c>Counts[label]</c> is <c>[tn, fp, fn, tp]</c> of that label against its absence.</para>
/// </summary>
/// <param name="Labels">Names of the rows.</param>
/// <param name="Counts">A row for each label, as above.</param>
public sealed record Confusion(IReadOnlyList<string> Labels, IReadOnlyList<IReadOnlyList<int>> Counts);
