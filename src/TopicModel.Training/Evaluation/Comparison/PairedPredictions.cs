using TopicModel.Training.Data;

namespace TopicModel.Training.Evaluation.Comparison;

/// <summary>What two versions of a classifier said of the same documents, in the same order.</summary>
/// <param name="Problem">Why they cannot be paired, in one sentence without a full stop; null when they can.</param>
/// <param name="Before">Of the one before.</param>
/// <param name="After">Of the one after.</param>
/// <param name="SameTruth">Whether the labels of the documents are the same in both.</param>
/// <param name="Unshared">Number of documents that only one was tested on, which are left out.</param>
internal sealed record PairedPredictions(string? Problem, TestPredictions? Before = null, TestPredictions? After = null, bool SameTruth = true, int Unshared = 0)
{
    /// <summary>
    /// Pairs the predictions of a classifier that both reports have. Where labels were corrected in between, both are judged by those after. The
    /// split of training and test changes with the labels, so that some documents may be tested on by one alone: as long as at least half of
    /// each test is shared, the shared documents, which neither was trained on, are compared.
    /// </summary>
    public static PairedPredictions Match(string classifier, ComparedReport before, ComparedReport after)
    {
        if (Find(classifier, before) is not { } first) return new PairedPredictions($"the outcomes of {before.Name} are not known document by document: there is no predictions.jsonl beside it");
        if (Find(classifier, after) is not { } second) return new PairedPredictions($"the outcomes of {after.Name} are not known document by document: there is no predictions.jsonl beside it");
        if (first.Documents.Kind != second.Documents.Kind) return new PairedPredictions($"'{classifier}' is of another kind");
        if (!first.Documents.Classes.SequenceEqual(second.Documents.Classes)) return new PairedPredictions($"'{classifier}' has other labels");
        var rowOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < first.Ids.Count; i++) rowOf.TryAdd(first.Ids[i], i);
        int[] shared = [.. Enumerable.Range(0, second.Ids.Count).Where(i => rowOf.ContainsKey(second.Ids[i]))];
        int larger = Math.Max(first.Ids.Count, second.Ids.Count);
        if (2 * shared.Length < larger || shared.Length == 0)
            return new PairedPredictions($"they were tested on different documents: {Wording.Count(first.Ids.Count, "document")} and {Wording.Count(second.Ids.Count, "document")}, {shared.Length} of them the same");
        TestPredictions common = Select(second, shared);
        return Align(first, common, [.. common.Ids.Select(id => rowOf[id])]) with { Unshared = first.Ids.Count + second.Ids.Count - 2 * shared.Length };
    }

    private static TestPredictions? Find(string classifier, ComparedReport report) => report.Predictions?.GetValueOrDefault(classifier);

    /// <param name="before">Of the one before, in its own order.</param>
    /// <param name="after">Of the one after.</param>
    /// <param name="rows">[document of the one after] -> document of the one before.</param>
    private static PairedPredictions Align(TestPredictions before, TestPredictions after, int[] rows)
    {
        PredictionSet ordered = before.Documents.Select(rows);
        bool sameTruth = Enumerable.Range(0, rows.Length).All(i => ordered.Truth[i].SequenceEqual(after.Documents.Truth[i]));
        PredictionSet? sentences = before.Sentences is null ? null : AlignSentences(before.Sentences, after.Sentences!, rows);
        return new PairedPredictions(null, before with { Ids = after.Ids, Documents = ordered with { Truth = after.Documents.Truth }, Sentences = sentences }, after, sameTruth);
    }

    /// <summary>Some of the documents, in another order.</summary>
    private static TestPredictions Select(TestPredictions all, int[] rows) => all with
    {
        Ids = [.. rows.Select(row => all.Ids[row])],
        Documents = all.Documents.Select(rows),
        Sentences = all.Sentences is null ? null : SentencesOf(all.Sentences, rows),
        Titles = all.Titles.Count == 0 ? [] : [.. rows.Select(row => all.Titles[row])],
    };

    /// <summary>The sentences of some documents, which are numbered anew.</summary>
    private static PredictionSet SentencesOf(PredictionSet sentences, int[] documents)
    {
        ILookup<int, int> sentencesOf = Enumerable.Range(0, sentences.Truth.Count).ToLookup(sentence => sentences.DocumentOf![sentence]);
        return sentences.Select([.. documents.SelectMany(row => sentencesOf[row])]) with { DocumentOf = [.. documents.SelectMany((row, i) => Enumerable.Repeat(i, sentencesOf[row].Count()))] };
    }

    /// <summary>Null when the texts were split otherwise.</summary>
    private static PredictionSet? AlignSentences(PredictionSet before, PredictionSet after, int[] rows)
    {
        PredictionSet ordered = SentencesOf(before, rows);
        return ordered.DocumentOf!.SequenceEqual(after.DocumentOf!) ? ordered with { Truth = after.Truth } : null;
    }
}
