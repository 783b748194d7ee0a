using TopicModel.Features;
using TopicModel.Models;
using TopicModel.Training.Data;
using TopicModel.Training.Features;
using TopicModel.Training.Fitting;
using TopicModel.Training.Trainers;

namespace TopicModel.Training.Tests.Fitting;

public sealed class ModelBuilderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(0.5)]
    [InlineData(0.1)]
    public void Compact_OfAFit_ScoresTextsAsTheTrainingMatrixDoes(double share)
    {
        List<Document> documents = SmallCorpus.Make(80);
        ClassifierSpec spec = SmallCorpus.Specs()[1];
        EncodedLabels labels = LabelEncoder.Fit(documents, 1, "topics", spec.Kind, null);
        var features = new DocumentFeatures(spec.Features, spec.TextFields);
        var source = new DocumentSource(documents, features);
        CountMatrix counts = CountMatrix.Build(source, 2, threads: 2);
        int[] half = [.. Enumerable.Range(0, 40)];
        LinearFit fit = new LinearFitter(counts.Counts, labels, half, spec).Fit(share, new TrainerRun());
        CompactFit compact = CompactFit.Of(fit, spec.Features.Weighting);
        (Vocabulary vocabulary, LinearModel linear, _) = ModelBuilder.Compact(counts, compact, source);

        Assert.Equal(share < 1, fit.FeatureWeights.IsRestricted);
        Assert.InRange(vocabulary.Count, 1, fit.FeatureWeights.Kept.Count(true));
        int[] all = [.. Enumerable.Range(0, documents.Count)];
        var expected = new float[documents.Count * 3];
        compact.Score(counts.InReadingOrder(source, documents.Count), all, expected);
        var ngrams = new NgramBuffer();
        var counter = new FeatureCounter();
        var scores = new float[3];
        foreach (int i in all)
        {
            features.Extract(documents[i].Texts, ngrams);
            counter.CountFeatures(ngrams, vocabulary);
            TermWeighting.Apply(spec.Features.Weighting, counter.Features, counter.Values, vocabulary.IdfCodes);
            linear.Score(counter.Features, counter.Values, scores);
            Assert.Equal(expected.AsSpan(i * 3, 3).ToArray(), scores);
        }
    }

    [Fact]
    public void CompactFit_OfAllFeatures_ScoresNearlyAsTheFit()
    {
        List<Document> documents = SmallCorpus.Make(80);
        ClassifierSpec spec = SmallCorpus.Specs()[1];
        EncodedLabels labels = LabelEncoder.Fit(documents, 1, "topics", spec.Kind, null);
        CountMatrix counts = CountMatrix.Build(new DocumentSource(documents, new DocumentFeatures(spec.Features, spec.TextFields)), 2, threads: 2);
        int[] all = [.. Enumerable.Range(0, documents.Count)];
        LinearFit fit = new LinearFitter(counts.Counts, labels, all, spec).Fit(1, new TrainerRun());
        float[] exact = new float[documents.Count * 3], rounded = new float[documents.Count * 3];
        fit.Score(counts.Counts, all, exact);
        CompactFit.Of(fit, spec.Features.Weighting).Score(counts.Counts, all, rounded);
        for (int i = 0; i < exact.Length; i++) Assert.Equal(exact[i], rounded[i], 0.02);
    }

    [Fact]
    public void OutOfFold_LabelsThatFollowTheFold_AreNeverGuessedFromTheirOwnFold()
    {
        // In each fold the word stands for the opposite label: a model that had seen the fold would score its rows right.
        var documents = new List<Document>();
        for (int i = 0; i < 60; i++)
        {
            bool swapped = i % 3 == 2, positive = i % 2 == 0;
            documents.Add(new Document($"d{i}", ["", positive ^ swapped ? "xanh xanh" : "đỏ đỏ"], [[positive ? "yes" : "no"], null, null, null], ""));
        }
        ClassifierSpec spec = SmallCorpus.Specs()[0] with { Kind = ClassifierKind.Binary, CrossValidation = 3 };
        EncodedLabels labels = LabelEncoder.Fit(documents, 0, "topic", ClassifierKind.Binary, null);
        CountMatrix counts = CountMatrix.Build(new DocumentSource(documents, new DocumentFeatures(spec.Features, spec.TextFields)), 1, 1);
        int[] folds = [.. Enumerable.Range(0, 60).Select(i => i % 3)];
        var outOfFold = new OutOfFold(counts.Counts, labels, folds, spec with { Prune = 0 }, new TrainingContext(42, 2, "0"));
        outOfFold.Run((_, _) => throw new InvalidOperationException("nothing is pruned"));
        for (int i = 2; i < 60; i += 3) Assert.Equal(i % 2 == 0, outOfFold.Scores[i] < 0);
        Assert.Equal(1, outOfFold.Share);
    }
}
