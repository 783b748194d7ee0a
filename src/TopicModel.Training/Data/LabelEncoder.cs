namespace TopicModel.Training.Data;

/// <summary>
/// Turns a label field into numbers, and refuses labels that cannot be learned from. All documents with the same problem are told at
/// once: how many, and the first ten with their places.
/// </summary>
internal static class LabelEncoder
{
    /// <summary>The one label of passages: the document has some.</summary>
    public const string PassageLabel = "positive";

    /// <summary>Values that are the positive one of two unless another is given, in lower case.</summary>
    private static readonly string[] PositiveValues = ["true", "1", "yes", "y", "positive", "pos", "on", "có", "đúng"];

    /// <summary>Whether a value alone says that it is the positive one ("yes", "True", "1").</summary>
    public static bool IsPositiveValue(string value) => PositiveValues.Contains(value.ToLowerInvariant());

    /// <summary>Finds the labels of the training documents.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="labelField">Number of the label field in the schema.</param>
    /// <param name="labelFieldName">Its name, for messages.</param>
    /// <param name="kind">What the classifier decides.</param>
    /// <param name="positive">Positive value of a binary classifier; null to guess it from values such as true, 1 and yes.</param>
    /// <exception cref="DataException">Documents have no label, or several where one is expected; there is only one class; a binary
    /// field has not two values, or it is not clear which is positive.</exception>
    public static EncodedLabels Fit(IReadOnlyList<Document> documents, int labelField, string labelFieldName, ClassifierKind kind, string? positive)
    {
        RequireCounts(documents, labelField, labelFieldName, kind);
        string[] values = [.. documents.SelectMany(document => document.Labels[labelField]!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        (string[] labels, string negative) = kind switch
        {
            ClassifierKind.Binary => Binary(values, labelFieldName, positive),
            ClassifierKind.Passages => ([PassageLabel], ""),
            _ => (values, ""),
        };
        LabelMatrix matrix = Encode(documents, labelField, kind, labels);
        RequireClasses(matrix, labels, labelFieldName, kind);
        return new EncodedLabels(labels, matrix, negative);
    }

    /// <summary>Reads the labels of documents that a model is measured on.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="labelField">Number of the label field in the schema.</param>
    /// <param name="labelFieldName">Its name, for messages.</param>
    /// <param name="kind">What the model decides.</param>
    /// <param name="labels">[label] -> name, as the model has them.</param>
    /// <param name="negativeLabel">The model's name for the other value (binary).</param>
    /// <exception cref="DataException">Documents have no label, several where one is expected, or one that the model does not know.</exception>
    public static LabelMatrix Apply(IReadOnlyList<Document> documents, int labelField, string labelFieldName, ClassifierKind kind, IReadOnlyList<string> labels, string negativeLabel)
    {
        RequireCounts(documents, labelField, labelFieldName, kind);
        if (kind != ClassifierKind.Passages)
        {
            IReadOnlyList<string> known = kind == ClassifierKind.Binary ? [negativeLabel, .. labels] : labels;
            PlaceList unknown = FindUnknown(documents, labelField, known);
            if (unknown.Count > 0)
                throw new DataException($"{Wording.Count(unknown.Count, "unknown label")} in field '{labelFieldName}', expected {Wording.List(known, "or")}: {unknown}");
        }
        return Encode(documents, labelField, kind, labels);
    }

    /// <summary>Labels that are not among the known ones, each with its place.</summary>
    public static PlaceList FindUnknown(IReadOnlyList<Document> documents, int labelField, IEnumerable<string> known)
    {
        var unknown = new PlaceList();
        var allowed = known.ToHashSet(StringComparer.Ordinal);
        foreach (Document document in documents)
            foreach (string label in document.Labels[labelField] ?? [])
                if (!allowed.Contains(label)) unknown.Add($"{document.Place} ('{label}')");
        return unknown;
    }

    /// <summary>
    /// The error that training would end with because a label has fewer documents than there are folds, or none at all; null when all have
    /// enough. Where labels are not exclusive, documents without a label must be as many too: a fold without them could not be learned from.
    /// </summary>
    /// <param name="encoded">Labels of the documents that are trained on.</param>
    /// <param name="labelFieldName">Name of their field.</param>
    /// <param name="folds">Number of folds; below 2 there is no cross-validation, and one document is enough.</param>
    public static DataFinding? FindRare(EncodedLabels encoded, string labelFieldName, int folds)
    {
        IEnumerable<(string Side, int Count)> counts = encoded.Labels.Zip(encoded.Matrix.Supports(), (label, support) => ($"'{label}'", support));
        if (!encoded.Matrix.IsExclusive)
            counts = counts.Concat(encoded.Labels.Zip(encoded.Matrix.Supports(), (label, support) => (NegativeSide(encoded, label), encoded.Matrix.Count - support)));
        var rare = new PlaceList();
        foreach ((string side, int count) in counts)
            if (count < Math.Max(1, folds)) rare.Add($"{side} ({Wording.Count(count, "document")})");
        string problem = folds < 2 ? "without a document to train on, expected at least one"
            : $"with fewer documents to train on than the {folds} folds of the cross-validation, expected more documents or fewer folds";
        return rare.Count == 0 ? null : DataFinding.At(rare, FindingSeverity.Error, "rare-label", $"field '{labelFieldName}' has {Wording.Count(rare.Count, "label")} {problem}");
    }

    /// <summary>What the documents without a label are called in messages.</summary>
    private static string NegativeSide(EncodedLabels encoded, string label) =>
        encoded.Labels.Count > 1 ? $"without '{label}'" : encoded.NegativeLabel.Length > 0 ? $"'{encoded.NegativeLabel}'" : "'negative'";

    private static void RequireCounts(IReadOnlyList<Document> documents, int labelField, string name, ClassifierKind kind)
    {
        bool isSingle = kind is ClassifierKind.Binary or ClassifierKind.Multiclass;
        var without = new PlaceList();
        var several = new PlaceList();
        foreach (Document document in documents)
        {
            string[]? labels = document.Labels[labelField];
            if (labels is null || (isSingle && labels.Length == 0)) without.Add(document.Place);
            else if (isSingle && labels.Length > 1) several.Add($"{document.Place} ({Wording.List(labels)})");
        }
        if (without.Count > 0) throw new DataException($"{Wording.Count(without.Count, "row")} without a label (field '{name}' is missing): {without}");
        if (several.Count > 0) throw new DataException($"{Wording.Count(several.Count, "row")} with several labels in field '{name}', expected one each: {several}");
    }

    private static LabelMatrix Encode(IReadOnlyList<Document> documents, int labelField, ClassifierKind kind, IReadOnlyList<string> labels)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < labels.Count; i++) numbers.Add(labels[i], i);
        var matrix = new int[documents.Count][];
        for (int i = 0; i < matrix.Length; i++)
        {
            string[] values = documents[i].Labels[labelField]!;
            if (kind == ClassifierKind.Passages) matrix[i] = values.Length > 0 ? [0] : [];
            else matrix[i] = [.. values.Where(numbers.ContainsKey).Select(value => numbers[value]).Distinct().Order()];
        }
        return new LabelMatrix(labels.Count, kind == ClassifierKind.Multiclass, matrix);
    }

    private static (string[] Labels, string Negative) Binary(string[] values, string name, string? positive)
    {
        if (values.Length != 2)
            throw new DataException($"field '{name}' of a binary classifier has {Wording.Count(values.Length, "value")} ({Wording.List(values)}), expected exactly two");
        string[] candidates = [.. values.Where(value => positive is null ? IsPositiveValue(value) : value == positive)];
        if (candidates.Length == 1) return (candidates, values.Single(value => value != candidates[0]));
        throw new DataException(positive is null
            ? $"field '{name}' has the values {Wording.List(values)} and it is not clear which is the positive one, expected \"positive\" to name it"
            : $"the positive value '{positive}' is not in field '{name}', expected {Wording.List(values, "or")}");
    }

    private static void RequireClasses(LabelMatrix matrix, string[] labels, string name, ClassifierKind kind)
    {
        if (kind == ClassifierKind.Passages)
        {
            int positive = matrix.Supports()[0];
            if (positive > 0 && positive < matrix.Count) return;
            throw new DataException($"field '{name}': {(positive == 0 ? "no" : "every")} document has passages, expected some with and some without");
        }
        if (labels.Length == 0) throw new DataException($"field '{name}': no document has a label, expected at least one label");
        int universal = Array.IndexOf(matrix.Supports(), matrix.Count);
        if (universal >= 0)
            throw new DataException($"field '{name}': every document has the label '{labels[universal]}', expected at least {(kind == ClassifierKind.Multilabel ? "one document without it" : "two labels")}");
    }
}
