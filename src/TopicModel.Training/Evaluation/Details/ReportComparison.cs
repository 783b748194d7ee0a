namespace TopicModel.Training.Evaluation.Details;

/// <summary>What changed from one report (before, A) to another (after, B).</summary>
/// <param name="Before">Name of the report before: a path, or "the report that this one replaces".</param>
/// <param name="After">Name of the report after.</param>
/// <param name="IsPaired">Whether both were tested on the same documents and their outcomes are known one by one, so that paired tests could be made.</param>
/// <param name="WhyUnpaired">Why not, in one sentence without a full stop; null when paired.</param>
/// <param name="Classifiers">The classifiers that both have, in ordinal order of their names.</param>
/// <param name="OnlyBefore">Names of classifiers that only the one before has.</param>
/// <param name="OnlyAfter">Names of classifiers that only the one after has.</param>
/// <param name="Verdict">What it comes to, in plain sentences.</param>
public sealed record ReportComparison(
    string Before, string After, bool IsPaired, string? WhyUnpaired, IReadOnlyList<ClassifierComparison> Classifiers,
    IReadOnlyList<string> OnlyBefore, IReadOnlyList<string> OnlyAfter, IReadOnlyList<VerdictSentence> Verdict);
