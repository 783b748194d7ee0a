using System.Text.Json;
using TopicModel.Training.Data;

namespace TopicModel.Training.Tests.Data;

public sealed class DataInspectorTests
{
    private static readonly DataSchema Schema = new("id", ["text"], ["topic", "themes", "tasks"]);

    private static readonly InspectedClassifier[] Topic = [new("topic", ClassifierKind.Multiclass, LabelField: 0, Folds: 2)];

    /// <summary>A text of 40 words that no other number has.</summary>
    private static string Text(int number) => string.Join(' ', Enumerable.Range(0, 40).Select(i => $"n{number}w{i}"));

    private static Document Of(string file, int line, string text, string topic, string[]? themes = null, string[]? tasks = null) =>
        new($"{file}{line}", [text], [[topic], themes ?? [], tasks ?? []], $"{file} line {line}");

    private static Document[] Clean(string file, int first, int count) =>
        [.. Enumerable.Range(0, count).Select(i => Of(file, i + 1, Text(first + i), i % 2 == 0 ? "a" : "b"))];

    private static string[] Findings(Document[] train, Document[] test, InspectedClassifier[] classifiers) =>
        [.. DataInspector.Inspect(train, test, Schema, classifiers, [], threads: 2).Findings.Select(finding => $"{finding.Severity} {finding.Code}: {finding}")];

    [Fact]
    public void Inspect_CleanData_CountsAndFindsNothing()
    {
        DataInspection inspection = DataInspector.Inspect(Clean("a", 0, 5), Clean("t", 10, 3), Schema, Topic, []);

        Assert.Empty(inspection.Findings);
        Assert.False(inspection.HasErrors);
        Assert.Equal((5, 3), (inspection.TrainDocuments, inspection.TestDocuments));
        LabelSummary summary = Assert.Single(inspection.Classifiers);
        Assert.Equal(("topic", ClassifierKind.Multiclass, "topic"), (summary.Classifier, summary.Kind, summary.Field));
        Assert.Equal([new LabelCount("a", 3, 2), new LabelCount("b", 2, 1)], summary.Labels);
        Assert.Equal(new LabelCount("", 0, 0), summary.Without);
    }

    [Fact]
    public void Inspect_MultilabelAndPassages_CountsDocumentsWithout()
    {
        Document[] train = [Of("a", 1, "Họ cần làm ngay việc ấy.", "a", ["x", "y"], ["cần  làm\nngay"]), Of("a", 2, Text(2), "b", ["y"]), Of("a", 3, Text(3), "b")];
        DataInspection inspection = DataInspector.Inspect(train, [], Schema, [new("theme", ClassifierKind.Multilabel, 1, 0), new("task", ClassifierKind.Passages, 2, 0)], []);

        Assert.Empty(inspection.Findings);
        Assert.Equal([new LabelCount("x", 1, 0), new LabelCount("y", 2, 0)], inspection.Classifiers[0].Labels);
        Assert.Equal(new LabelCount("", 1, 0), inspection.Classifiers[0].Without);
        Assert.Equal([new LabelCount("positive", 1, 0)], inspection.Classifiers[1].Labels);
        Assert.Equal(new LabelCount("", 2, 0), inspection.Classifiers[1].Without);
    }

    [Fact]
    public void Inspect_TestTextRepeatedThatIsNearlyATrainingText_IsALeakEachTime()
    {
        Document[] test = [.. Clean("t", 20, 2), Of("t", 3, Text(2) + " more", "a"), Of("t", 4, Text(2) + " more", "a")];

        Assert.Equal(
            ["Warning leak: 2 test documents with the text, or nearly the text, of a training document: t line 3 (as a line 3), t line 4 (as a line 3)"],
            Findings(Clean("a", 0, 4), test, Topic));
    }

    [Fact]
    public void Inspect_RepeatedTexts_AreToldByHowTheyRepeat()
    {
        Document[] train = [.. Clean("a", 0, 4), Of("a", 5, Text(0), "b"), Of("a", 6, Text(1).Replace("n1w39", "other", StringComparison.Ordinal), "b")];
        Document[] test = [.. Clean("t", 20, 2), Of("t", 3, Text(2), "a"), Of("t", 4, Text(21) + " more", "b"), Of("t", 5, Text(0) + " more", "b")];

        Assert.Equal(
            [
                "Warning leak: 2 test documents with the text, or nearly the text, of a training document: t line 3 (as a line 3), t line 5 (as a line 1)",
                "Warning exact-duplicates: 1 document with the same text as an earlier one: a line 5 (as a line 1)",
                "Warning near-duplicates: 2 documents with nearly the same text as an earlier one: a line 6 (as a line 2), t line 4 (as t line 2)",
                "Warning conflicting-labels: 2 documents with the text of another one but other labels for 'topic': a line 5 ('b') and a line 1 ('a'), t line 5 ('b') and a line 1 ('a')",
            ],
            Findings(train, test, Topic));
    }

    [Fact]
    public void Inspect_LabelsTrainingWouldStopAt_AreErrorsAndGoFirst()
    {
        Document[] train = [.. Clean("a", 0, 4), Of("a", 5, "Vi\uFFFDt Nam", "c")];
        Document[] test = [Of("t", 1, Text(30), "d"), Of("t", 2, Text(31), "a"), Of("t", 3, Text(32), "b")];

        Assert.Equal(
            [
                "Error rare-label: field 'topic' has 1 label with fewer documents to train on than the 2 folds of the cross-validation, expected more documents or fewer folds: 'c' (1 document)",
                "Error unusable-test-labels: classifier 'topic': 1 unknown label in field 'topic', expected 'a', 'b' or 'c': t line 1 ('d')",
                "Warning untested-label: 1 label of field 'topic' that no test document has: 'c'",
                "Warning encoding-damage: 1 document with characters damaged by a wrong encoding: a line 5 ('\uFFFD' in field 'text')",
            ],
            Findings(train, test, Topic));
    }

    [Fact]
    public void Inspect_OneClassOnly_IsAnError() => Assert.Equal(
        ["Error unusable-labels: classifier 'topic': field 'topic': every document has the label 'a', expected at least two labels"],
        Findings([Of("a", 1, Text(1), "a"), Of("a", 2, Text(2), "a")], [], Topic));

    [Fact]
    public void Inspect_PassageThatIsNotInItsText_IsTold() => Assert.Equal(
        ["Warning lost-passages: 1 passage of field 'tasks' not found in the document's text: a line 1"],
        Findings([Of("a", 1, "Phải làm ngay.", "a", tasks: ["Phải làm ngay.", "phải bỏ"]), Of("a", 2, Text(2), "b")], [], [new("task", ClassifierKind.Passages, 2, 0)]));

    [Fact]
    public void Inspect_ProblemsOfReading_AreAmongTheFindings()
    {
        DataFinding problem = new(FindingSeverity.Error, "empty-text", "1 row without text (field 'text' is empty)", 1, ["a line 3"]);

        DataInspection inspection = DataInspector.Inspect(Clean("a", 0, 4), [], Schema, Topic, [problem]);

        Assert.True(inspection.HasErrors);
        Assert.Equal(["1 row without text (field 'text' is empty): a line 3"], inspection.Findings.Select(finding => finding.ToString()));
    }

    [Fact]
    public void Finding_AsJson_NamesItsSeverity() => Assert.Equal(
        """{"Severity":"warning","Code":"leak","Message":"m","Count":12,"Places":["p"]}""",
        JsonSerializer.Serialize(new DataFinding(FindingSeverity.Warning, "leak", "m", 12, ["p"]), Json));

    private static readonly JsonSerializerOptions Json = new() { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };
}
