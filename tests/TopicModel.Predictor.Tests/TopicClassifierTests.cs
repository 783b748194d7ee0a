using TopicModel.Features;
using TopicModel.Models;
using TopicModel.Training.Data;

namespace TopicModel.Tests;

public class TopicClassifierTests
{
    private const string PartyNews = "Đảng Nhân dân Cách mạng Lào hội đàm, Đảng ta khẳng định.";

    private static TopicClassifier Classifier(ClassifierKind kind, FeatureOptions? features = null) => new(TestModels.Model(kind, features));

    [Fact]
    public void Predict_Multiclass_GivesTheMostProbableLabelAndProbabilitiesOfSumOne()
    {
        Prediction prediction = Classifier(ClassifierKind.Multiclass).Predict(PartyNews);
        Assert.Equal(("đảng", 3), (prediction.Label, prediction.Scores.Count));
        Assert.Equal(["đảng"], prediction.Labels);
        Assert.Equal(1, prediction.Scores.Values.Sum(), 1e-12);
        Assert.Equal(prediction.Scores["đảng"], prediction.Probability);
        Assert.Matches(@"^đảng \(0\.\d{3}\)$", prediction.ToString());
    }

    [Fact]
    public void Predict_Multilabel_GivesAllLabelsAboveTheirThresholds()
    {
        TopicClassifier classifier = Classifier(ClassifierKind.Multilabel);
        Prediction both = classifier.Predict("Đảng và nhân dân, nhân dân và Đảng hữu nghị");
        Assert.Equal(["đảng", "dân"], both.Labels);
        Assert.Equal("dân", both.Label);
        Assert.Equal(both.Scores.Values.Max(), both.Probability);
        Assert.Equal(["đảng"], classifier.Predict("").Labels);
    }

    [Fact]
    public void Predict_MultilabelBelowAllThresholds_GivesNoLabelAndTheHighestProbability()
    {
        TextModel model = TestModels.Model(TestModels.Manifest(ClassifierKind.Multilabel, ["a", "b"]) with { Thresholds = [0.99, 0.99] }, ("x", [1f, 2f]));
        Prediction prediction = new TopicClassifier(model).Predict("x");
        Assert.Null(prediction.Label);
        Assert.Empty(prediction.Labels);
        Assert.Equal(prediction.Scores["b"], prediction.Probability);
        Assert.StartsWith("none (0.", prediction.ToString());
    }

    [Fact]
    public void Predict_Binary_GivesThePositiveOrTheNegativeLabel()
    {
        TopicClassifier classifier = Classifier(ClassifierKind.Binary);
        Assert.Equal("có", classifier.Predict("Đảng").Label);
        TextModel negative = TestModels.Model(TestModels.Manifest(ClassifierKind.Binary, ["có"]), ("thua", [-3f]));
        Prediction prediction = new TopicClassifier(negative).Predict("thua");
        Assert.Equal("không", prediction.Label);
        Assert.Equal(["không"], prediction.Labels);
        Assert.InRange(prediction.Probability, 0, 0.5);
    }

    [Fact]
    public void Predict_Score_IsTheFormulaInDoublePrecision()
    {
        TextModel model = TestModels.Model(ClassifierKind.Multiclass);
        Explanation explanation = new TopicClassifier(model).Explain("Đảng hội đàm, đảng là");
        (string Ngram, int Count)[] counts = [("đảng", 2), ("hội đàm", 1), ("là", 1)];
        double[] values = [.. counts.Select(entry => (1 + Math.Log(entry.Count)) * model.Vocabulary.IdfCodes[model.Vocabulary.Find(TestModels.Hash(entry.Ngram))] / 16.0)];
        double length = Math.Sqrt(values.Sum(value => value * value));
        for (int label = 0; label < 3; label++)
        {
            double score = model.Linear.Scales[label].Bias;
            for (int i = 0; i < counts.Length; i++) score += values[i] / length * model.Linear.Weight(model.Vocabulary.Find(TestModels.Hash(counts[i].Ngram)), label);
            Assert.Equal(score, explanation.Scores[label], 1e-6);
        }
    }

    [Fact]
    public void Predict_AnArticleOrItsOnlyText_IsTheSame()
    {
        TopicClassifier classifier = Classifier(ClassifierKind.Multiclass);
        Assert.Equal(classifier.Predict(PartyNews).Scores, classifier.Predict(new Article { Body = PartyNews }).Scores);
        Assert.Equal(classifier.Predict("").Scores, classifier.Predict(new Article()).Scores);
        Assert.NotEqual(classifier.Predict(PartyNews).Scores, classifier.Predict(new Article { Title = "thương mại", Body = PartyNews }).Scores);
    }

    [Fact]
    public void Predict_WithoutAnything_SaysWhatIsMissing()
    {
        TopicClassifier classifier = Classifier(ClassifierKind.Multiclass);
        Assert.Throws<ArgumentNullException>(() => classifier.Predict((string)null!));
        Assert.Throws<ArgumentNullException>(() => classifier.Predict((Article)null!));
        Assert.Throws<ArgumentNullException>(() => classifier.Explain((string)null!));
        Assert.Throws<ArgumentNullException>(() => classifier.Explain((Article)null!));
        Assert.Throws<ArgumentNullException>(() => new Article { Body = null! });
    }

    [Fact]
    public void Predict_ATextAboveTheLimit_SaysHowLongItIs()
    {
        TopicClassifier classifier = Classifier(ClassifierKind.Multiclass);
        var detector = new TaskListDetector(TestModels.Model(ClassifierKind.Passages));
        string longest = new('x', Article.MaxTextLength), tooLong = longest + "x";
        Assert.Equal(classifier.Predict("").Scores, classifier.Predict(longest).Scores);
        const string message = "the text of field 'body' has 16000001 UTF-16 units, 16000000 are allowed";
        foreach (Action call in new Action[]
        {
            () => classifier.Predict(tooLong), () => classifier.Predict(new Article { Body = tooLong }), () => classifier.Explain(tooLong),
            () => detector.Detect(tooLong), () => detector.Detect(new Article { Body = tooLong }),
        })
            Assert.Equal(message, Assert.Throws<ArgumentException>(call).Message);
        Assert.Equal(message.Replace("body", "lead"), Assert.Throws<ArgumentException>(() => classifier.Predict(new Article { Lead = tooLong })).Message);
    }

    [Fact]
    public void Predict_BySixteenThreads_IsTheSame()
    {
        TopicClassifier classifier = Classifier(ClassifierKind.Multilabel, new FeatureOptions { Chars = new NgramRange(2, 3), Unaccented = true });
        var random = new DeterministicRandom(12);
        string[] texts = [.. Enumerable.Range(0, 200).Select(i => PartyNews[..(i % PartyNews.Length)] + Tokens.Hostile(ref random, 20))];
        string[] expected = [.. texts.Select(text => classifier.Predict(text).Scores.ToString())];
        var found = new string[16][];
        Thread[] threads = [.. Enumerable.Range(0, 16).Select(t => new Thread(() => found[t] = [.. texts.Select(text => classifier.Predict(text).Scores.ToString())]))];
        foreach (Thread thread in threads) thread.Start();
        foreach (Thread thread in threads) thread.Join();
        Assert.All(found, scores => Assert.Equal(expected, scores));
    }

    [Fact]
    public void LabelScores_AreADictionaryInTheOrderOfTheLabels()
    {
        LabelScores scores = Classifier(ClassifierKind.Multiclass).Predict(PartyNews).Scores;
        Assert.Equal(["đảng", "dân", "kinh tế"], scores.Keys);
        Assert.Equal(scores.Values, scores.Select(score => score.Value));
        Assert.True(scores.ContainsKey("dân"));
        Assert.False(scores.TryGetValue("DÂN", out _));
        Assert.Equal("'x' is not a label of this classifier: đảng, dân, kinh tế", Assert.Throws<KeyNotFoundException>(() => scores["x"]).Message);
        Assert.Matches(@"^đảng 0\.\d{3}, dân 0\.\d{3}, kinh tế 0\.\d{3}$", scores.ToString());
    }
}
