using System.Text.Json;

namespace TopicModel.Tests;

/// <summary>Results that an app's own tests make, without a model.</summary>
public class HandMadeResultsTests
{
    private static readonly LabelScores Scores = new([new("favor", 0.7), new("against", 0.1), new("neutral", 0.2)]);

    [Fact]
    public void Multiclass_IsAsAModelSays()
    {
        var prediction = new Prediction(ClassifierKind.Multiclass, ["favor"], Scores);
        Assert.Equal(("favor", 0.7, true, "favor (0.700)"), (prediction.Label, prediction.Probability, prediction.IsPositive, prediction.ToString()));
        Assert.Equal("""{"label":"favor","probability":0.7,"scores":{"favor":0.7,"against":0.1,"neutral":0.2}}""", JsonSerializer.Serialize(prediction));
    }

    [Fact]
    public void Multilabel_IsAsAModelSays()
    {
        var two = new Prediction(ClassifierKind.Multilabel, ["against", "favor"], Scores);
        var none = new Prediction(ClassifierKind.Multilabel, [], Scores);
        Assert.Equal(("favor", 0.7, true), (two.Label, two.Probability, two.IsPositive));
        Assert.Equal((null, 0.7, false), (none.Label, none.Probability, none.IsPositive));
    }

    [Fact]
    public void Binary_IsAsAModelSays()
    {
        var scores = new LabelScores([new("spam", 0.25)]);
        var no = new Prediction(ClassifierKind.Binary, ["fine"], scores);
        Assert.Equal(("fine", 0.25, false), (no.Label, no.Probability, no.IsPositive));
        Assert.True(new Prediction(ClassifierKind.Binary, ["spam"], scores).IsPositive);
    }

    /// <summary>The constructor decides on label and probability as models do.</summary>
    [Theory]
    [InlineData(ClassifierKind.Multiclass)]
    [InlineData(ClassifierKind.Multilabel)]
    [InlineData(ClassifierKind.Binary)]
    public void Prediction_MadeOfAPrediction_IsTheSame(ClassifierKind kind)
    {
        var classifier = new TopicClassifier(TestModels.Model(kind));
        foreach (string text in new[] { "đảng hội đàm", "nhân dân, thương mại", "đảng, nhân dân và hữu nghị", "không có gì" })
        {
            Prediction said = classifier.Predict(text), made = new(kind, said.Labels, new LabelScores(said.Scores));
            Assert.Equal((said.Label, said.Probability, said.IsPositive, said.ToString()), (made.Label, made.Probability, made.IsPositive, made.ToString()));
        }
    }

    [Fact]
    public void Analysis_HasWhatWasPutIn()
    {
        var tasks = new TaskList(true, 0.9, [new TaskItem("Cần làm.", 0, 8, "body", 0, null, 0.8)]);
        var analysis = new ArticleAnalysis(
            new Dictionary<string, Prediction> { ["stance"] = new(ClassifierKind.Multiclass, ["favor"], Scores), ["theme"] = new(ClassifierKind.Multilabel, ["against"], Scores) },
            new Dictionary<string, TaskList> { ["task-list"] = tasks });
        Assert.Equal(("favor", tasks), (analysis.Stance, analysis.TaskList));
        Assert.Equal(["against"], analysis.Themes);
        Assert.Null(new ArticleAnalysis(analysis.Predictions).TaskList);
    }

    [Fact]
    public void WhatNoModelSays_IsRefused()
    {
        static string Refusal(Func<object> make) => Assert.Throws<ArgumentException>(make).Message;
        Assert.Equal("a prediction of kind Passages was asked for, Binary, Multiclass or Multilabel was expected", Refusal(() => new Prediction(ClassifierKind.Passages, ["favor"], Scores)));
        Assert.Equal("2 labels are given, kind Multiclass gives 1", Refusal(() => new Prediction(ClassifierKind.Multiclass, ["favor", "against"], Scores)));
        Assert.Equal("there are scores of 3 labels, kind Binary has that of the positive one", Refusal(() => new Prediction(ClassifierKind.Binary, ["favor"], Scores)));
        Assert.Equal("label 'x' is given, there are scores of favor, against, neutral", Refusal(() => new Prediction(ClassifierKind.Multilabel, ["favor", "x"], Scores)));
        Assert.Equal("there are no labels, at least one was expected", Refusal(() => new LabelScores([])));
        Assert.Equal("label 'a' is there twice", Refusal(() => new LabelScores([new("a", 0), new("a", 1)])));
        Assert.Equal("the probability of 'a' is 1.5, 0 to 1 was expected", Refusal(() => new LabelScores([new("a", 1.5)])));
        Assert.Equal("the probability of 'a' is NaN, 0 to 1 was expected", Refusal(() => new LabelScores([new("a", double.NaN)])));
        Assert.Equal("a label is null", Refusal(() => new LabelScores([new(null!, 0.5)])));
        Assert.Throws<ArgumentNullException>("scores", () => new LabelScores(null!));
        Assert.Equal("'a' is a prediction and a list of tasks; each model has a name of its own", Refusal(() => new ArticleAnalysis(
            new Dictionary<string, Prediction> { ["a"] = new(ClassifierKind.Multiclass, ["favor"], Scores) }, new Dictionary<string, TaskList> { ["a"] = new(false, 0, []) })));
    }

    [Fact]
    public void Evidence_OfListsThatDoNotFit_IsRefused()
    {
        static string Refusal(Func<object> make) => Assert.Throws<ArgumentException>(make).Message;
        Assert.Equal("there are 1 contributions for 2 labels", Refusal(() => new EvidenceTerm("đảng", 1, ["a", "b"], [0.5])));
        Assert.Equal("there are 3 contributions for 2 labels", Refusal(() => new EvidenceSpan("body", 0, 4, ["a", "b"], [0.5, 1, 2])));
        Assert.Throws<ArgumentNullException>("Text", () => new EvidenceTerm(null!, 1, ["a"], [0.5]));
        Assert.Throws<ArgumentNullException>("Labels", () => new EvidenceTerm("đảng", 1, null!, [0.5]));
        Assert.Throws<ArgumentNullException>("Contributions", () => new EvidenceTerm("đảng", 1, ["a"], null!));
        Assert.Throws<ArgumentNullException>("Field", () => new EvidenceSpan(null!, 0, 4, ["a"], [0.5]));
        Assert.Throws<ArgumentNullException>("Labels", () => new EvidenceSpan("body", 0, 4, null!, [0.5]));
        Assert.Throws<ArgumentNullException>("Contributions", () => new EvidenceSpan("body", 0, 4, ["a"], null!));
    }

    [Fact]
    public void Explanation_OfListsThatDoNotFit_IsRefused()
    {
        var prediction = new Prediction(ClassifierKind.Multiclass, ["favor"], Scores);
        string[] labels = ["favor", "against", "neutral"];
        double[] three = [1, 2, 3];
        EvidenceTerm term = new("đảng", 1, labels, three), narrowTerm = new("đảng", 1, ["favor"], [1]);
        EvidenceSpan span = new("body", 0, 4, labels, three), narrowSpan = new("body", 0, 4, ["favor"], [1]);
        KeyValuePair<string, string>[] texts = [new("body", "Đảng")];
        static string Refusal(Func<object> make) => Assert.Throws<ArgumentException>(make).Message;
        Assert.Equal([term], new Explanation(prediction, labels, three, three, [term], [span], texts).Terms);
        Assert.Equal("there are 1 scores for 3 labels", Refusal(() => new Explanation(prediction, labels, [1], three, [term], [span], texts)));
        Assert.Equal("there are 0 biases for 3 labels", Refusal(() => new Explanation(prediction, labels, three, [], [term], [span], texts)));
        Assert.Equal("there are 1 contributions of a term for 3 labels", Refusal(() => new Explanation(prediction, labels, three, three, [term, narrowTerm], [span], texts)));
        Assert.Equal("there are 1 contributions of a span for 3 labels", Refusal(() => new Explanation(prediction, labels, three, three, [term], [narrowSpan], texts)));
        Assert.Equal("a term is null", Refusal(() => new Explanation(prediction, labels, three, three, [null!], [span], texts)));
        Assert.Equal("a span is null", Refusal(() => new Explanation(prediction, labels, three, three, [term], [null!], texts)));
        Assert.Equal("a text or the name of its field is null", Refusal(() => new Explanation(prediction, labels, three, three, [term], [span], [new("body", null!)])));
        Assert.Throws<ArgumentNullException>("prediction", () => new Explanation(null!, labels, three, three, [term], [span], texts));
        Assert.Throws<ArgumentNullException>("labels", () => new Explanation(prediction, null!, three, three, [term], [span], texts));
        Assert.Throws<ArgumentNullException>("terms", () => new Explanation(prediction, labels, three, three, null!, [span], texts));
        Assert.Throws<ArgumentNullException>("spans", () => new Explanation(prediction, labels, three, three, [term], null!, texts));
        Assert.Throws<ArgumentNullException>("texts", () => new Explanation(prediction, labels, three, three, [term], [span], null!));
    }
}
