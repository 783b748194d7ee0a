using System.Text.Json;
using System.Text.RegularExpressions;
using TopicModel.Training.Evaluation;
using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Training.Tests.Evaluation;

public class ReportJsonTests
{
    [Fact]
    public void Write_SmallReport_IsThisText() => Assert.Equal(
        """
        {
          "schemaVersion": 1,
          "toolVersion": "0.1.0",
          "data": {
            "train": {
              "documents": 80
            },
            "test": {
              "documents": 0
            },
            "fingerprint": "0123456789abcdef"
          },
          "classifiers": {
            "stance": {
              "kind": "multiclass",
              "labels": [
                "ủng hộ",
                "phản đối"
              ],
              "trainer": {
                "name": "LinearSvm",
                "options": {
                  "C": "1",
                  "tolerance": "0.01"
                },
                "iterations": 12,
                "objective": 3.25,
                "converged": true
              },
              "calibrated": true,
              "test": null,
              "crossValidation": {
                "folds": 2,
                "mean": {
                  "accuracy": 0.5,
                  "auc": null
                },
                "perFold": [
                  {
                    "accuracy": 0.25,
                    "auc": null
                  },
                  {
                    "accuracy": 0.75,
                    "auc": null
                  }
                ]
              },
              "learningCurve": null,
              "slices": [],
              "slicesIncludeTraining": false,
              "labelQuality": null,
              "timings": {
                "read": 0.5,
                "featurize": 0,
                "fit": 0.25,
                "calibrate": 0,
                "evaluate": 0
              },
              "model": {
                "path": "models/stance.tmodel",
                "bytes": 5000000000,
                "features": 1234
              }
            }
          }
        }

        """.ReplaceLineEndings("\n"), ReportJson.Write(SmallReport()));

    [Theory]
    [InlineData(ClassifierKind.Binary)]
    [InlineData(ClassifierKind.Multiclass)]
    [InlineData(ClassifierKind.Multilabel)]
    [InlineData(ClassifierKind.Passages)]
    public void Read_WhatWasWritten_GivesTheSameTextAgain(ClassifierKind kind)
    {
        string json = ReportJson.Write(WithTest(kind));
        Assert.Equal(json, ReportJson.Write(ReportJson.Read(json, "report.json")));
    }

    [Fact]
    public void Write_TestBlock_HasFieldsInTheOrderOfTheDocumentation()
    {
        using var json = JsonDocument.Parse(ReportJson.Write(WithTest(ClassifierKind.Passages)));
        JsonElement test = json.RootElement.GetProperty("classifiers").GetProperty("stance").GetProperty("test");
        string[] expected =
        [
            "documents", "accuracy", "macroF1", "microF1", "weightedF1", "macroPrecision", "macroRecall", "logLoss", "brier", "ece", "auc",
            "precision", "recall", "f1", "intervals", "perLabel", "confusion", "passages",
        ];
        Assert.Equal(expected, test.EnumerateObject().Select(field => field.Name));
        Assert.Equal(expected[1..^4], test.GetProperty("intervals").EnumerateObject().Select(field => field.Name));
        Assert.Equal(expected[..^1], test.GetProperty("passages").EnumerateObject().Select(field => field.Name));
        Assert.Equal(2, test.GetProperty("intervals").GetProperty("ece").GetArrayLength());
        Assert.Equal(["label", "support", "precision", "recall", "f1", "averagePrecision", "threshold", "intervals"],
            test.GetProperty("perLabel")[0].EnumerateObject().Select(field => field.Name));
    }

    [Fact]
    public void Documentation_EveryFieldOfAReport_IsThere()
    {
        string documentation = File.ReadAllText(Repository.PathOf("docs/report.md"));
        string json = ReportJson.Write(WithTest(ClassifierKind.Passages) with { Gates = [new GateResult("stance.accuracy=0.5", double.NaN, Passed: false)] });
        IEnumerable<string> fields = Regex.Matches(json, "\"([A-Za-z0-9]+)\":").Select(match => match.Groups[1].Value).Distinct();
        // Names of the example's classifier and of its option are no fields.
        foreach (string field in fields.Except(["stance", "C", "tolerance"]))
            Assert.Matches($"[`.\"]{field}[`.\"]", documentation);
    }

    [Fact]
    public void Write_OtherKinds_HaveNoFieldsOfThePositiveLabel()
    {
        string json = ReportJson.Write(WithTest(ClassifierKind.Multilabel));
        Assert.Contains("\"macroF1\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain("\"passages\"", json, StringComparison.Ordinal);
        MetricBlock read = ReportJson.Read(json, "report.json").Classifiers["stance"].Test!;
        Assert.Null(read.F1);
    }

    [Fact]
    public void Write_NamesInAnyOrder_AreSorted()
    {
        ClassifierReport stance = SmallReport().Classifiers["stance"];
        Report report = SmallReport() with { Classifiers = new Dictionary<string, ClassifierReport> { ["b"] = stance, ["a"] = stance, ["B"] = stance } };
        Assert.Equal(["B", "a", "b"], ReportJson.Read(ReportJson.Write(report), "report.json").Classifiers.Keys);
    }

    [Fact]
    public void Read_UndefinedValue_IsNaN() =>
        Assert.True(double.IsNaN(ReportJson.Read(ReportJson.Write(SmallReport()), "report.json").Classifiers["stance"].CrossValidation!.Mean["auc"]));

    [Fact]
    public void Read_WithoutFieldsThatWereAdded_HasNone()
    {
        string json = Regex.Replace(ReportJson.Write(SmallReport()), " *\"(learningCurve|slices|slicesIncludeTraining|labelQuality)\": [^\n]*\n", "");
        Assert.DoesNotContain("slices", json, StringComparison.Ordinal);

        ClassifierReport stance = ReportJson.Read(json, "report.json").Classifiers["stance"];

        Assert.Equal((null, 0, false, null), (stance.LearningCurve, stance.Slices.Count, stance.SlicesIncludeTraining, stance.LabelQuality));
    }

    [Theory]
    [InlineData("{\"schemaVersion\": 2}", "old/report.json: schemaVersion is 2, 1 was expected")]
    [InlineData("{\"schemaVersion\": \"1\"}", "old/report.json: this is not a report: schemaVersion, a whole number, was expected")]
    [InlineData("[]", "old/report.json: this is not a report: schemaVersion, a whole number, was expected")]
    [InlineData("null", "old/report.json: this is not a report: schemaVersion, a whole number, was expected")]
    public void Read_AnotherVersion_SaysWhichWasExpected(string json, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => ReportJson.Read(json, "old/report.json")).Message);

    [Fact]
    public void Read_MalformedJson_NamesTheLine()
    {
        string message = Assert.Throws<InvalidDataException>(() => ReportJson.Read("{\n\"schemaVersion\": 1,\n oops", "report.json")).Message;
        Assert.StartsWith("report.json line 3: this is not a report: ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WrongType_NamesTheKey()
    {
        string json = ReportJson.Write(WithTest(ClassifierKind.Binary)).Replace("\"documents\": 80", "\"documents\": \"many\"", StringComparison.Ordinal);
        string message = Assert.Throws<InvalidDataException>(() => ReportJson.Read(json, "report.json")).Message;
        Assert.StartsWith("report.json line 6, $.data.train.documents: this is not a report: ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_IntervalOfThreeNumbers_SaysWhatWasExpected()
    {
        string json = ReportJson.Write(WithTest(ClassifierKind.Binary));
        int start = json.IndexOf('[', json.IndexOf("\"ece\": [", StringComparison.Ordinal));
        string message = Assert.Throws<InvalidDataException>(() => ReportJson.Read(json.Insert(start + 1, "0,"), "report.json")).Message;
        Assert.EndsWith("intervals.ece: this is not a report: an interval is an array of two numbers, [low, high]", message, StringComparison.Ordinal);
    }

    [Fact]
    public void CrossValidation_Folds_GiveMeansOverDefinedValues()
    {
        MetricBlock first = Evaluator.Evaluate(RandomPredictions.Make(ClassifierKind.Binary, 30, 1, seed: 1), 0);
        MetricBlock second = first with { Accuracy = 0.1, Auc = double.NaN };
        CrossValidationReport report = CrossValidationReport.Of([first with { Passages = second }, second with { Passages = second }]);
        Assert.Equal(2, report.Folds);
        Assert.Equal((first.Accuracy + 0.1) / 2, report.Mean["accuracy"], 1e-12);
        Assert.Equal(first.Auc, report.Mean["auc"]);
        Assert.Equal(0.1, report.PerFold[1]["accuracy"]);
        Assert.True(double.IsNaN(report.Passages!.Mean["auc"]));
        Assert.Equal("there are no folds, at least 1 was expected (Parameter 'folds')", Assert.Throws<ArgumentException>(() => CrossValidationReport.Of([])).Message);
    }

    private static Report WithTest(ClassifierKind kind)
    {
        MetricBlock test = Evaluator.Evaluate(RandomPredictions.Make(kind, 20, 3, seed: 4), 20);
        if (kind == ClassifierKind.Passages) test = test with { Passages = test };
        ClassifierReport stance = SmallReport().Classifiers["stance"] with
        {
            Kind = kind,
            Test = test,
            LearningCurve = new LearningCurve(Metric.F1, [new LearningCurvePoint(0.5, 10, 0.7, new Interval(0.6, 0.8)), new LearningCurvePoint(1, 20, 0.75, new Interval(0.7, 0.8))], new PowerLaw(0.9, 1, 0.5, [new ExtrapolatedPoint(22.5, 0.76)])),
            Slices = [new SliceTable("genre", Metric.F1, 0.75, [new Slice("", 5, 0, double.NaN, null, 1, IsSmall: true, IsWeak: false), new Slice("wire", 15, 12, 0.5, new Interval(0.4, 0.6), 0.5, IsSmall: false, IsWeak: true)], 3)],
            SlicesIncludeTraining = true,
            LabelQuality = new LabelQuality(100, 7, 3, 2, 0.0425),
        };
        return SmallReport() with { Classifiers = new Dictionary<string, ClassifierReport> { ["stance"] = stance } };
    }

    private static Report SmallReport() => new()
    {
        ToolVersion = "0.1.0",
        Data = new DataReport(new DataPart(80), new DataPart(0), "0123456789abcdef"),
        Classifiers = new Dictionary<string, ClassifierReport>
        {
            ["stance"] = new()
            {
                Kind = ClassifierKind.Multiclass,
                Labels = ["ủng hộ", "phản đối"],
                Trainer = new TrainerReport
                {
                    Name = "LinearSvm",
                    Options = new Dictionary<string, string> { ["tolerance"] = "0.01", ["C"] = "1" },
                    Iterations = 12,
                    Objective = 3.25,
                    Converged = true,
                },
                Calibrated = true,
                CrossValidation = new CrossValidationReport
                {
                    Folds = 2,
                    Mean = new Dictionary<string, double> { ["accuracy"] = 0.5, ["auc"] = double.NaN },
                    PerFold =
                    [
                        new Dictionary<string, double> { ["accuracy"] = 0.25, ["auc"] = double.NaN },
                        new Dictionary<string, double> { ["accuracy"] = 0.75, ["auc"] = double.NaN },
                    ],
                },
                Timings = new Timings(Read: 0.5, Fit: 0.25),
                Model = new ModelInfo("models/stance.tmodel", 5_000_000_000, 1234),
            },
        },
    };
}
