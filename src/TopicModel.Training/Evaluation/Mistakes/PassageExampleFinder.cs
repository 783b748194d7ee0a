using TopicModel.Training.Data;
using TopicModel.Training.Evaluation.Details;
using TopicModel.Training.Fitting;

namespace TopicModel.Training.Evaluation.Mistakes;

/// <summary>Chooses test documents whose sentences were not all rightly found, the most confident errors first, and shows them in place.</summary>
internal static class PassageExampleFinder
{
    private const int MaxExamples = 12, MaxSentences = 16, MaxSentence = 400;

    /// <summary>At most 12 documents. A document's rank is the probability of its most confident error, of a sentence or of the whole.</summary>
    public static IReadOnlyList<PassageExample> Find(Outcomes outcomes, IReadOnlyList<Document> documents)
    {
        PredictionSet sentences = outcomes.Sentences!;
        ILookup<int, int> rowsOf = Enumerable.Range(0, sentences.Truth.Count).ToLookup(row => sentences.DocumentOf![row]);
        return [.. ConfusionCells.Decisions(outcomes.Documents)
            .Select(decision => (Decision: decision, Surprise: Surprise(sentences, decision, rowsOf[decision.Example])))
            .Where(document => document.Surprise > 0)
            .OrderByDescending(document => document.Surprise).ThenBy(document => document.Decision.Example).Take(MaxExamples)
            .Select(document => Example(outcomes, documents, document.Decision, [.. rowsOf[document.Decision.Example]]))];
    }

    /// <summary>Probability that the model saw in its most confident error; 0 when it made none.</summary>
    private static double Surprise(PredictionSet sentences, Decision decision, IEnumerable<int> rows) => rows
        .Where(row => !sentences.IsRight(row)).Select(row => sentences.Given[row] ? sentences.Probabilities[row] : 1 - sentences.Probabilities[row])
        .Append(decision.IsMistake ? decision.Probability : 0).Max();

    private static PassageExample Example(Outcomes outcomes, IReadOnlyList<Document> documents, Decision decision, int[] rows)
    {
        PredictionSet sentences = outcomes.Sentences!;
        int Count(bool isTrue, bool isGiven) => rows.Count(row => sentences.Truth.Has(row, 0) == isTrue && sentences.Given[row] == isGiven);
        return new PassageExample(ConfusionCells.Outcome(outcomes.Documents, documents, decision), Count(true, true), Count(true, false), Count(false, true), Shown(sentences, outcomes.Corpus!, rows));
    }

    /// <summary>Errors and their neighbours go before sentences rightly found where there is no room for all.</summary>
    private static List<PassageSentence> Shown(PredictionSet sentences, SentenceCorpus corpus, int[] rows)
    {
        var kept = new SortedSet<int>();
        bool IsMarked(int i) => i >= 0 && i < rows.Length && (sentences.Truth.Has(rows[i], 0) || sentences.Given[rows[i]]);
        bool IsError(int i) => i >= 0 && i < rows.Length && !sentences.IsRight(rows[i]);
        void Keep(Func<int, bool> isWanted)
        {
            for (int i = 0; i < rows.Length && kept.Count < MaxSentences; i++) if (isWanted(i)) kept.Add(i);
        }
        Keep(IsError);
        Keep(i => IsError(i - 1) || IsError(i + 1));
        Keep(IsMarked);
        var shown = new List<PassageSentence>();
        int before = -1;
        foreach (int i in kept)
        {
            shown.Add(new PassageSentence(ArticleText.Shorten(corpus.Sentence(rows[i]), MaxSentence), sentences.Probabilities[rows[i]], sentences.Truth.Has(rows[i], 0), sentences.Given[rows[i]], i > before + 1));
            before = i;
        }
        return shown;
    }
}
