using TopicModel.Training.Data;

namespace TopicModel.Training.Evaluation.Comparison;

/// <summary>What two versions of a classifier said of the same documents, in the same order.</summary>
/// <param name="Problem">Why they cannot be paired, in one sentence without a full stop; null when they can.</param>
/// <param name="Before">Of the one before.</param>
/// <param name="After">Of the one after.</param>
/// <param name="SameTruth">Whether the labels of the documents are the same in both.</param>
internal sealed record PairedPredictions(string? Problem, TestPredictions? Before = null, TestPredictions? After = null, bool SameTruth = true)
{
    /// <summary>Pairs the predictions of a classifier that both reports have. Where labels were corrected in between, both are judged by those after.</summary>
    public static PairedPredictions Match(string classifier, ComparedReport before, ComparedReport after)
    {
        if (Find(classifier, before) is not { } first) return new PairedPredictions($"the outcomes of {before.Name} are not known document by document: there is no predictions.jsonl beside it");
        if (Find(classifier, after) is not { } second) return new PairedPredictions($"the outcomes of {after.Name} are not known document by document: there is no predictions.jsonl beside it");
        if (first.Documents.Kind != second.Documents.Kind) return new PairedPredictions($"'{classifier}' is of another kind");
        if (!first.Documents.Classes.SequenceEqual(second.Documents.Classes)) return new PairedPredictions($"'{classifier}' has other labels");
        var rowOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < first.Ids.Count; i++) rowOf.TryAdd(first.Ids[i], i);
        int shared = second.Ids.Count(rowOf.ContainsKey);
        if (shared != second.Ids.Count || shared != first.Ids.Count)
            return new PairedPredictions($"they were tested on different documents: {Wording.Count(first.Ids.Count, "document")} and {Wording.Count(second.Ids.Count, "document")}, {shared} of them the same");
        return Align(first, second, [.. second.Ids.Select(id => rowOf[id])]);
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

    /// <summary>Null when the texts were split otherwise.</summary>
    private static PredictionSet? AlignSentences(PredictionSet before, PredictionSet after, int[] rows)
    {
        ILookup<int, int> sentencesOf = Enumerable.Range(0, before.Truth.Count).ToLookup(sentence => before.DocumentOf![sentence]);
        PredictionSet ordered = before.Select([.. rows.SelectMany(row => sentencesOf[row])]) with { DocumentOf = [.. rows.SelectMany((row, i) => Enumerable.Repeat(i, sentencesOf[row].Count()))] };
        return ordered.DocumentOf!.SequenceEqual(after.DocumentOf!) ? ordered with { Truth = after.Truth } : null;
    }
}
