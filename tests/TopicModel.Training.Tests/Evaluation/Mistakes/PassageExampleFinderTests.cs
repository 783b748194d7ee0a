using TopicModel.Features;
using TopicModel.Training.Data;
using TopicModel.Training.Evaluation.Details;
using TopicModel.Training.Evaluation.Mistakes;
using TopicModel.Training.Fitting;
using TopicModel.Training.Tests.Fitting;

namespace TopicModel.Training.Tests.Evaluation.Mistakes;

public class PassageExampleFinderTests
{
    [Fact]
    public void Find_MissedAndSpuriousSentences_AreShownInPlaceTheMostConfidentFirst()
    {
        List<Document> documents = [.. SmallCorpus.Make(30).Where(document => document.Labels[3]!.Length == 2).Take(4)];
        var corpus = new SentenceCorpus(documents, SmallCorpus.TextFields, ["body"], new FeatureOptions(), labelField: 3);
        double[] probabilities = [.. Enumerable.Range(0, corpus.Count).Select(row => corpus.Labels.Matrix.Has(row, 0) ? 0.9 : 0.1)];
        int[] Rows(int document) => [.. Enumerable.Range(0, corpus.Count).Where(row => corpus.DocumentOfRow[row] == document)];
        int missed = Rows(1).First(row => corpus.Labels.Matrix.Has(row, 0)), spurious = Rows(3).First(row => !corpus.Labels.Matrix.Has(row, 0));
        (probabilities[missed], probabilities[spurious]) = (0.2, 0.95);
        var truth = new LabelMatrix(1, false, [.. documents.Select(_ => new[] { 0 })]);

        IReadOnlyList<PassageExample> examples = PassageExampleFinder.Find(PassageEvaluation.Decide(truth, [0.9, 0.9, 0.9, 0.9], 0.5, corpus.Labels.Matrix, probabilities, 0.5, corpus.DocumentOfRow) with { Corpus = corpus }, documents);

        Assert.Equal([documents[3].Id, documents[1].Id], examples.Select(example => example.Article.Id));
        Assert.Equal([(2, 0, 1), (1, 1, 0)], examples.Select(example => (example.Found, example.Missed, example.Spurious)));
        PassageSentence wrong = examples[1].Sentences.Single(sentence => sentence.IsTrue && !sentence.IsGiven);
        Assert.Equal((corpus.Sentence(missed), 0.2), (wrong.Text, wrong.Probability));
        Assert.All(examples, example => Assert.Equal(example.Sentences.Select(sentence => documents.Single(document => document.Id == example.Article.Id).Texts[1].IndexOf(sentence.Text, StringComparison.Ordinal)).Order(),
            example.Sentences.Select(sentence => documents.Single(document => document.Id == example.Article.Id).Texts[1].IndexOf(sentence.Text, StringComparison.Ordinal))));
    }
}
