using TopicModel.Training.Data;

namespace TopicModel.Training.Tests.Data;

public sealed class LabelEncoderTests
{
    private static EncodedLabels Fit(ClassifierKind kind, string?[] labels, string? positive = null) => LabelEncoder.Fit(Docs.Labelled(labels), 0, "stance", kind, positive);

    private static string FitMessage(ClassifierKind kind, string?[] labels, string? positive = null) => Assert.Throws<DataException>(() => Fit(kind, labels, positive)).Message;

    private static string Show(LabelMatrix matrix) => string.Join(' ', Enumerable.Range(0, matrix.Count).Select(i => matrix[i].Length == 0 ? "-" : string.Join(',', matrix[i].ToArray())));

    [Fact]
    public void Fit_Multiclass_SortsLabelsOrdinally()
    {
        EncodedLabels encoded = Fit(ClassifierKind.Multiclass, ["đ", "b", "B", "a", "b"]);

        Assert.Equal(["B", "a", "b", "đ"], encoded.Labels);
        Assert.Equal("3 2 0 1 2", Show(encoded.Matrix));
        Assert.True(encoded.Matrix.IsExclusive);
        Assert.Equal("", encoded.NegativeLabel);
    }

    [Fact]
    public void Fit_Multilabel_AllowsNoneAndRepeats()
    {
        EncodedLabels encoded = Fit(ClassifierKind.Multilabel, ["b|a|b", "", "c"]);

        Assert.Equal(["a", "b", "c"], encoded.Labels);
        Assert.Equal("0,1 - 2", Show(encoded.Matrix));
        Assert.False(encoded.Matrix.IsExclusive);
    }

    [Theory]
    [InlineData("true", "false", null, "true")]
    [InlineData("0", "1", null, "1")]
    [InlineData("YES", "no", null, "YES")]
    [InlineData("không", "Có", null, "Có")]
    [InlineData("ham", "spam", "ham", "ham")]
    [InlineData("true", "false", "false", "false")]
    public void Fit_Binary_FindsThePositiveValue(string first, string second, string? positive, string expected)
    {
        EncodedLabels encoded = Fit(ClassifierKind.Binary, [first, second, first], positive);

        Assert.Equal([expected], encoded.Labels);
        Assert.Equal(expected == first ? second : first, encoded.NegativeLabel);
        Assert.Equal(expected == first ? "0 - 0" : "- 0 -", Show(encoded.Matrix));
    }

    [Fact]
    public void Fit_Passages_DocumentIsPositiveWhenItHasAny()
    {
        EncodedLabels encoded = Fit(ClassifierKind.Passages, ["a sentence|another", "", "one"]);

        Assert.Equal(["positive"], encoded.Labels);
        Assert.Equal("0 - 0", Show(encoded.Matrix));
    }

    [Theory]
    [InlineData(ClassifierKind.Multiclass, "a,a,a", null, "field 'stance': every document has the label 'a', expected at least two labels")]
    [InlineData(ClassifierKind.Multiclass, "a,b,", null, "1 row without a label (field 'stance' is missing): a.jsonl line 3")]
    [InlineData(ClassifierKind.Multiclass, "a,b|c,a|b|c", null, "2 rows with several labels in field 'stance', expected one each: a.jsonl line 2 ('b' and 'c'), a.jsonl line 3 ('a', 'b' and 'c')")]
    [InlineData(ClassifierKind.Multilabel, ",,", null, "field 'stance': no document has a label, expected at least one label")]
    [InlineData(ClassifierKind.Multilabel, "a,a|b,a", null, "field 'stance': every document has the label 'a', expected at least one document without it")]
    [InlineData(ClassifierKind.Binary, "yes,yes", null, "field 'stance' of a binary classifier has 1 value ('yes'), expected exactly two")]
    [InlineData(ClassifierKind.Binary, "yes,no,maybe", null, "field 'stance' of a binary classifier has 3 values ('maybe', 'no' and 'yes'), expected exactly two")]
    [InlineData(ClassifierKind.Binary, "ham,spam", null, "field 'stance' has the values 'ham' and 'spam' and it is not clear which is the positive one, expected \"positive\" to name it")]
    [InlineData(ClassifierKind.Binary, "1,yes", null, "field 'stance' has the values '1' and 'yes' and it is not clear which is the positive one, expected \"positive\" to name it")]
    [InlineData(ClassifierKind.Binary, "ham,spam", "Spam", "the positive value 'Spam' is not in field 'stance', expected 'ham' or 'spam'")]
    [InlineData(ClassifierKind.Passages, ",,", null, "field 'stance': no document has passages, expected some with and some without")]
    [InlineData(ClassifierKind.Passages, "a,b", null, "field 'stance': every document has passages, expected some with and some without")]
    public void Fit_LabelsThatCannotBeLearned_AreTold(ClassifierKind kind, string labels, string? positive, string message) =>
        Assert.Equal(message, FitMessage(kind, labels.Split(','), positive));

    [Theory]
    [InlineData(ClassifierKind.Binary)]
    [InlineData(ClassifierKind.Multiclass)]
    [InlineData(ClassifierKind.Multilabel)]
    [InlineData(ClassifierKind.Passages)]
    public void Fit_MissingField_IsCountedInFullWithTheFirstTen(ClassifierKind kind)
    {
        string?[] labels = [.. Enumerable.Range(0, 14).Select(i => i == 0 ? "a" : i == 13 ? "b" : null)];

        Assert.Equal(
            "12 rows without a label (field 'stance' is missing): a.jsonl line 2, a.jsonl line 3, a.jsonl line 4, a.jsonl line 5, a.jsonl line 6, "
            + "a.jsonl line 7, a.jsonl line 8, a.jsonl line 9, a.jsonl line 10, a.jsonl line 11 and 2 more",
            FitMessage(kind, labels));
    }

    [Fact]
    public void Apply_KnownLabels_UsesTheModelsNumbers()
    {
        Document[] documents = Docs.Labelled("b", "a");

        Assert.Equal("0 1", Show(LabelEncoder.Apply(documents, 0, "stance", ClassifierKind.Multiclass, ["b", "a", "c"], "")));
        Assert.Equal("0 -", Show(LabelEncoder.Apply(documents, 0, "stance", ClassifierKind.Binary, ["b"], "a")));
        Assert.Equal("0 1", Show(LabelEncoder.Apply(documents, 0, "stance", ClassifierKind.Multilabel, ["b", "a"], "")));
        Assert.Equal("0 0", Show(LabelEncoder.Apply(documents, 0, "stance", ClassifierKind.Passages, ["positive"], "")));
    }

    [Theory]
    [InlineData(ClassifierKind.Multiclass, "2 unknown labels in field 'stance', expected 'against', 'favor' or 'neutral': a.jsonl line 2 ('agaisnt'), a.jsonl line 3 ('Favor')")]
    [InlineData(ClassifierKind.Multilabel, "2 unknown labels in field 'stance', expected 'against', 'favor' or 'neutral': a.jsonl line 2 ('agaisnt'), a.jsonl line 3 ('Favor')")]
    public void Apply_UnknownLabels_AreToldWithTheirPlaces(ClassifierKind kind, string message) => Assert.Equal(
        message,
        Assert.Throws<DataException>(() => LabelEncoder.Apply(Docs.Labelled("favor", "agaisnt", "Favor"), 0, "stance", kind, ["against", "favor", "neutral"], "")).Message);

    [Fact]
    public void Apply_BinaryWithAThirdValue_IsTold() => Assert.Equal(
        "1 unknown label in field 'stance', expected 'no' or 'yes': a.jsonl line 2 ('maybe')",
        Assert.Throws<DataException>(() => LabelEncoder.Apply(Docs.Labelled("yes", "maybe"), 0, "stance", ClassifierKind.Binary, ["yes"], "no")).Message);

    [Fact]
    public void FindRare_LabelsWithFewerDocumentsThanFolds_AreTold()
    {
        DataFinding? finding = LabelEncoder.FindRare(Fit(ClassifierKind.Multiclass, ["a", "a", "a", "b", "b", "c"]), "stance", 3);

        Assert.Equal(
            "field 'stance' has 2 labels with fewer documents to train on than the 3 folds of the cross-validation, expected more documents or fewer folds: 'b' (2 documents), 'c' (1 document)",
            finding?.ToString());
        Assert.Equal((FindingSeverity.Error, "rare-label", 2), (finding!.Severity, finding.Code, finding.Count));
    }

    [Fact]
    public void FindRare_NegativeSide_CountsToo()
    {
        Assert.Equal(["'no' (1 document)"], LabelEncoder.FindRare(Fit(ClassifierKind.Binary, ["yes", "yes", "no"]), "stance", 2)?.Places);
        Assert.Equal(["'negative' (1 document)"], LabelEncoder.FindRare(Fit(ClassifierKind.Passages, ["x", "y", ""]), "stance", 2)?.Places);
    }

    [Fact]
    public void FindRare_EnoughDocumentsOrNoCrossValidation_IsNothing()
    {
        EncodedLabels encoded = Fit(ClassifierKind.Multiclass, ["a", "a", "b", "b"]);

        Assert.Null(LabelEncoder.FindRare(encoded, "stance", 2));
        Assert.Null(LabelEncoder.FindRare(encoded, "stance", 0));
    }

    [Fact]
    public void FindRare_LabelWithoutADocument_IsToldWithoutCrossValidationToo()
    {
        EncodedLabels encoded = Fit(ClassifierKind.Multiclass, ["a", "a", "b"]);
        Assert.Equal(
            "field 'stance' has 1 label without a document to train on, expected at least one: 'b' (0 documents)",
            LabelEncoder.FindRare(encoded with { Matrix = encoded.Matrix.Select([0, 1]) }, "stance", 0)?.ToString());
    }

    [Fact]
    public void FindRare_Multilabel_DocumentsWithoutALabelCountToo()
    {
        var encoded = new EncodedLabels(["a", "b"], new LabelMatrix(2, false, [[0], [0], [0, 1], [1]]), "");
        Assert.Equal(["without 'a' (1 document)"], LabelEncoder.FindRare(encoded, "themes", 2)?.Places);
    }
}
