using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Training.Data;

/// <summary>
/// Looks at documents before any training: numbers of labels; duplicate and near-duplicate texts, also with different labels; test
/// texts that are trained on; damaged characters; labels that are too rare, unknown or untested; passages that are not in their text.
/// </summary>
public static class DataInspector
{
    /// <summary>Leaks that a training tells of at most, to be described one by one.</summary>
    public const int MaxLeaks = 50;

    /// <summary>Inspects all documents for all classifiers. The result does not depend on the number of threads.</summary>
    /// <param name="train">Documents to train on.</param>
    /// <param name="test">Documents of their own to test on; none when a part of the others is held out.</param>
    /// <param name="schema">Their fields.</param>
    /// <param name="classifiers">What is to be trained.</param>
    /// <param name="readingProblems">What <see cref="DocumentReader"/> found; these findings go first.</param>
    /// <param name="threads">Threads to use, at least 1.</param>
    /// <param name="cancellationToken">Stops promptly with an <see cref="OperationCanceledException"/>.</param>
    public static DataInspection Inspect(
        IReadOnlyList<Document> train,
        IReadOnlyList<Document> test,
        DataSchema schema,
        IReadOnlyList<InspectedClassifier> classifiers,
        IReadOnlyList<DataFinding> readingProblems,
        int threads = 1,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(test);
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(classifiers);
        var texts = new TextInspector(train, test, schema, new ShingleSketches([.. train, .. test], threads, cancellationToken), cancellationToken);
        LabelInspector[] labels = [.. classifiers.Select(classifier => new LabelInspector(train, test, schema, classifier))];
        IEnumerable<DataFinding> findings = [.. readingProblems, .. labels.SelectMany(inspector => inspector.Findings()), .. texts.Findings(), .. classifiers.Select(texts.Conflicts).OfType<DataFinding>()];
        return new DataInspection(train.Count, test.Count, [.. labels.Select(inspector => inspector.Summarize())], [.. findings.OrderByDescending(finding => finding.Severity)]);
    }

    /// <summary>
    /// What makes the figures of a training doubtful, which goes on all the same: test texts that are trained on, and passages that are not in
    /// their text; and the first 50 of those test texts.
    /// </summary>
    /// <param name="train">Documents to train on.</param>
    /// <param name="test">Documents of their own to test on; none when a part of the others is held out.</param>
    /// <param name="schema">Their fields.</param>
    /// <param name="classifiers">What is to be trained.</param>
    /// <param name="sketches">Of the documents to train on, then those to test on.</param>
    /// <param name="cancellationToken">Stops promptly with an <see cref="OperationCanceledException"/>.</param>
    internal static (IReadOnlyList<DataFinding> Findings, IReadOnlyList<DuplicatePair> Leaks) FindDoubts(
        IReadOnlyList<Document> train,
        IReadOnlyList<Document> test,
        DataSchema schema,
        IEnumerable<InspectedClassifier> classifiers,
        ShingleSketches sketches,
        CancellationToken cancellationToken)
    {
        IEnumerable<DataFinding?> lost = classifiers.Select(classifier => new LabelInspector(train, test, schema, classifier).FindLostPassages());
        TextInspector? texts = test.Count == 0 ? null : new TextInspector(train, test, schema, sketches, cancellationToken);
        return ([.. lost.Prepend(texts?.FindLeak()).OfType<DataFinding>()], texts is null ? [] : [.. texts.Leaks().Take(MaxLeaks).Select(texts.Describe)]);
    }
}
