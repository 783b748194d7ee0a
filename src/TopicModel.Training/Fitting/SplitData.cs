using TopicModel.Training.Data;

namespace TopicModel.Training.Fitting;

/// <summary>Documents to train on and to test on.</summary>
/// <param name="Train">Training documents.</param>
/// <param name="Test">Test documents; empty when nothing is held out.</param>
/// <param name="Groups">[training document] -> its group of near-duplicates; null when nobody needs it.</param>
internal sealed record SplitData(IReadOnlyList<Document> Train, IReadOnlyList<Document> Test, int[]? Groups)
{
    /// <summary>Sketches of the documents, then of those of the test files, by which near-duplicates are found; null where nothing is split.</summary>
    public static ShingleSketches? Sketch(SessionSpec spec, IReadOnlyList<Document> documents, IReadOnlyList<Document> test, TrainingContext context) =>
        spec.HoldsOut || spec.CrossValidates ? new ShingleSketches([.. documents, .. test], context.Threads, context.CancellationToken) : null;

    /// <summary>Splits as the session asks: given test files, or a stratified share, near-duplicates on the same side. The sketches are those of <see cref="Sketch"/>.</summary>
    /// <exception cref="DataException">The labels of a classifier cannot be learned from or tested on: too few documents of one are left to train
    /// on, or the test files have one that is not trained.</exception>
    public static SplitData Make(SessionSpec spec, IReadOnlyList<Document> documents, IReadOnlyList<Document> test, ShingleSketches? sketches, TrainingContext context)
    {
        EncodedLabels[] labels = [.. spec.Classifiers.Select(classifier => Encode(classifier, documents))];
        for (int i = 0; i < labels.Length; i++)
        {
            CheckGiven(spec.Classifiers[i], labels[i], test);
            // Before anything is held out, too: a field with another value in every document is no matter of the split.
            CheckLeft(spec.Classifiers[i], labels[i]);
        }
        bool holdsOut = spec.HoldsOut;
        int[]? groups = sketches is null ? null : NearDuplicates.Groups(documents, sketches, context.CancellationToken);
        (int[] train, int[] held) = holdsOut ? Splitter.HoldOut([.. labels.Select(encoded => encoded.Matrix)], groups!, spec.HoldOut, context.Seed) : ([.. Enumerable.Range(0, documents.Count)], []);
        for (int i = 0; i < labels.Length; i++) CheckLeft(spec.Classifiers[i], labels[i] with { Matrix = labels[i].Matrix.Select(train) });
        if (!holdsOut) return new SplitData(documents, test, groups);
        return new SplitData([.. train.Select(i => documents[i])], [.. held.Select(i => documents[i])], Renumber([.. train.Select(i => groups![i])]));
    }

    /// <summary>Looks for what would only show after the training: labels of the test files and names of weights that are not trained.</summary>
    private static void CheckGiven(ClassifierSpec classifier, EncodedLabels labels, IReadOnlyList<Document> test)
    {
        classifier.ClassWeights.Check(labels, classifier.Name);
        classifier.Prevalence.Check(labels, classifier);
        LabelEncoder.Apply(test, classifier.LabelField, classifier.LabelFieldName, classifier.Kind, labels.Labels, labels.NegativeLabel);
    }

    /// <summary>Looks whether enough documents of every label are left to train on.</summary>
    private static void CheckLeft(ClassifierSpec classifier, EncodedLabels labels)
    {
        if (LabelEncoder.FindRare(labels, classifier.LabelFieldName, classifier.CrossValidation) is { } rare) throw new DataException($"classifier '{classifier.Name}': {rare}");
    }

    private static EncodedLabels Encode(ClassifierSpec classifier, IReadOnlyList<Document> documents) =>
        LabelEncoder.Fit(documents, classifier.LabelField, classifier.LabelFieldName, classifier.Kind, classifier.PositiveLabel);

    /// <summary>Numbers the groups from 0 in order of first occurrence.</summary>
    private static int[] Renumber(int[] groups)
    {
        var numbers = new Dictionary<int, int>();
        return [.. groups.Select(group => numbers.TryGetValue(group, out int number) ? number : numbers[group] = numbers.Count)];
    }
}
