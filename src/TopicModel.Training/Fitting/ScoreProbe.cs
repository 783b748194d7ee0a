using TopicModel.Training.Data;
using TopicModel.Training.Features;
using TopicModel.Training.Format;

namespace TopicModel.Training.Fitting;

/// <summary>
/// A document with the scores that the pruned and rounded weights of the trainer give its row of the training matrix: what the finished model file must give it
/// too, bit for bit, from the text.
/// </summary>
/// <param name="Texts">[text field].</param>
/// <param name="Scores">[output]; for passages [sentence].</param>
internal sealed record ScoreProbe(string[] Texts, float[] Scores)
{
    /// <summary>Documents that are looked at.</summary>
    private const int Most = 200;

    /// <summary>Rows (documents or sentences) that may be looked at.</summary>
    public const int MostRows = 4000;

    /// <summary>Probes of the first documents, which are the rows of <paramref name="source"/>.</summary>
    public static ScoreProbe[] OfDocuments(IReadOnlyList<Document> documents, IFeatureSource source, CountMatrix counts, CompactFit fit)
    {
        int outputs = fit.Outputs.Length;
        int[] rows = [.. Enumerable.Range(0, Math.Min(Most, documents.Count))];
        var scores = new float[rows.Length * outputs];
        fit.Score(counts.InReadingOrder(source, rows.Length), rows, scores);
        return [.. rows.Select(row => new ScoreProbe(documents[row].Texts, scores[(row * outputs)..((row + 1) * outputs)]))];
    }

    /// <summary>Probes of the sentences of the first documents.</summary>
    public static ScoreProbe[] OfSentences(IReadOnlyList<Document> documents, SentenceCorpus corpus, CountMatrix counts, CompactFit fit)
    {
        int[] rows = [.. Enumerable.Range(0, corpus.Count).TakeWhile(row => corpus.DocumentOfRow[row] < Most).Take(MostRows)];
        var scores = new float[rows.Length];
        fit.Score(counts.InReadingOrder(corpus, rows.Length), rows, scores);
        return [.. rows.GroupBy(row => corpus.DocumentOfRow[row]).Select(group => new ScoreProbe(documents[group.Key].Texts, [.. group.Select(row => scores[row])]))];
    }

    /// <summary>Compares what a model read back from its file gives.</summary>
    /// <exception cref="ModelVerificationException">A score differs.</exception>
    public void Verify(Models.TextModel model, string path)
    {
        float[] found = model.Manifest.Kind == ClassifierKind.Passages
            ? [.. new Models.PassageModel(model).ScoreSentences(Texts).Select(sentence => sentence.Score)]
            : DocumentScores(model);
        if (found.AsSpan().SequenceEqual(Scores)) return;
        throw new ModelVerificationException(path, string.Join(' ', Scores), string.Join(' ', found));
    }

    private float[] DocumentScores(Models.TextModel model)
    {
        var scores = new float[model.Linear.Outputs];
        Models.PredictionScratch scratch = Models.PredictionScratch.OfThread;
        model.Features.Extract(Texts, scratch.Ngrams);
        model.Score(scratch.Ngrams, scratch.Counter, scores);
        return scores;
    }
}
