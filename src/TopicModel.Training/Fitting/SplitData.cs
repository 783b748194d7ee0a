using TopicModel.Training.Data;

namespace TopicModel.Training.Fitting;

/// <summary>Documents to train on and to test on.</summary>
/// <param name="Train">Training documents.</param>
/// <param name="Test">Test documents; empty when nothing is held out.</param>
/// <param name="Groups">[training document] -> its group of near-duplicates; null when nobody needs it.</param>
internal sealed record SplitData(IReadOnlyList<Document> Train, IReadOnlyList<Document> Test, int[]? Groups)
{
    /// <summary>Splits as the session asks: given test files, or a stratified share, near-duplicates on the same side.</summary>
    /// <exception cref="DataException">The labels of a classifier cannot be learned from.</exception>
    public static SplitData Make(SessionSpec spec, IReadOnlyList<Document> documents, IReadOnlyList<Document> test, TrainingContext context)
    {
        List<LabelMatrix> labels = [.. spec.Classifiers.Select(classifier => Encode(classifier, documents).Matrix)];
        bool holdsOut = spec.Test.Count == 0 && spec.HoldOut > 0, crossValidates = spec.Classifiers.Any(classifier => classifier.CrossValidation > 0);
        int[]? groups = holdsOut || crossValidates ? NearDuplicates.Groups(documents, context.Threads) : null;
        if (!holdsOut) return new SplitData(documents, test, groups);
        (int[] train, int[] held) = Splitter.HoldOut(labels, groups!, spec.HoldOut, context.Seed);
        return new SplitData([.. train.Select(i => documents[i])], [.. held.Select(i => documents[i])], Renumber([.. train.Select(i => groups![i])]));
    }

    /// <summary>Checks that every classifier has enough examples of every label for its folds.</summary>
    /// <exception cref="DataException">It has not.</exception>
    public void CheckFolds(SessionSpec spec)
    {
        foreach (ClassifierSpec classifier in spec.Classifiers.Where(classifier => classifier.CrossValidation > 0))
        {
            EncodedLabels labels = Encode(classifier, Train);
            int[] supports = labels.Matrix.Supports();
            for (int label = 0; label < supports.Length; label++)
            {
                int fewest = labels.Matrix.IsExclusive ? supports[label] : Math.Min(supports[label], Train.Count - supports[label]);
                if (fewest >= classifier.CrossValidation) continue;
                string what = fewest == supports[label] ? $"label '{labels.Labels[label]}'" : $"documents without label '{labels.Labels[label]}'";
                throw new DataException($"classifier '{classifier.Name}': {what}: {Wording.Count(fewest, "training example")}, but crossValidation {classifier.CrossValidation} needs at least {classifier.CrossValidation}; add examples, drop the label, or set classifiers.{classifier.Name}.crossValidation to 0{(fewest < 2 ? "" : $" or to at most {fewest}")}");
            }
        }
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
