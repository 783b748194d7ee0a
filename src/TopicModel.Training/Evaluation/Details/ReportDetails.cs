namespace TopicModel.Training.Evaluation.Details;

/// <summary>
/// Everything that the outputs of a training or an evaluation show beside the figures of report.json: computed once, so that the page,
/// report.md, the model cards and the console agree to the last digit. Lists are capped, each at the number that its property states.
/// </summary>
public sealed record ReportDetails
{
    /// <summary>The report that these details belong to; all headline figures are taken from it.</summary>
    public required Report Report { get; init; }

    /// <summary>When it was made; given by the caller, never read from the clock here. Shown and written to the history, in UTC.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>
    /// What the whole report says, in plain sentences of one line: what was trained on what, how good, how sure, better than the last one,
    /// what to fix first, in that order.
    /// </summary>
    public required IReadOnlyList<VerdictSentence> Verdict { get; init; }

    /// <summary>Details of the classifiers, in ordinal order of their names.</summary>
    public required IReadOnlyList<ClassifierDetails> Classifiers { get; init; }

    /// <summary>Test documents whose text, or nearly the text, was trained on; their figures are too good. At most 50.</summary>
    public IReadOnlyList<DuplicatePair> Leaks { get; init; } = [];

    /// <summary>The trainings up to and with this one, the oldest first, at most the last 50; empty after an evaluation.</summary>
    public IReadOnlyList<HistoryEntry> History { get; init; } = [];

    /// <summary>Comparison with the report that this one replaces; null without one.</summary>
    public ReportComparison? Comparison { get; init; }
}
