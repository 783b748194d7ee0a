using TopicModel.Training.Data;
using TopicModel.Training.Evaluation.Details;
using TopicModel.Training.Evaluation.Mistakes;
using TopicModel.Training.Fitting;

namespace TopicModel.Training.Evaluation.Quality;

/// <summary>Finds the labels of a classifier that are probably wrong.</summary>
internal static class QualityInspector
{
    /// <summary>Suspects and conflicts that the report shows.</summary>
    private const int MaxShown = 50;

    /// <summary>Inspects the labels of training and test documents.</summary>
    /// <param name="judged">Documents with what was said of them by models that have not seen them: the training documents, then the test documents, if any.</param>
    /// <param name="groups">[training document] -> its group of near-duplicates.</param>
    /// <param name="labelField">Index of the label field in the data schema.</param>
    public static LabelQuality Inspect(IReadOnlyList<JudgedDocuments> judged, int[] groups, int labelField)
    {
        Document[] documents = [.. judged.SelectMany(part => part.Documents)];
        PredictionSet predictions = judged.Select(part => part.Outcomes.Documents).Aggregate((all, next) => all.Concat(next));
        (IReadOnlyList<SuspectLabels> judgements, double errorShare) = predictions.Kind == ClassifierKind.Passages ? JudgePassages(judged, predictions) : LabelJudge.Judge(predictions);
        var conflicts = new DuplicateConflicts(documents, groups, i => Compared(documents[i], labelField, predictions.Kind));
        IReadOnlyList<(int Document, int Other)> pairs = conflicts.Find();
        LabelSuspect[] suspects = [.. WithConflicts(judgements, pairs, documents, labelField, predictions.Kind)
            .Where(judgement => judgement.IsSuspect).OrderByDescending(judgement => judgement.Score).ThenBy(judgement => judgement.Document)
            .Select(judgement => Describe(judgement, documents[judgement.Document], labelField, predictions.Kind))];
        return new LabelQuality(documents.Length, suspects.Length, errorShare, [.. suspects.Take(MaxShown)], [.. pairs.Take(MaxShown).Select(conflicts.Describe)]) { AllSuspects = suspects };
    }

    private static (IReadOnlyList<SuspectLabels>, double) JudgePassages(IReadOnlyList<JudgedDocuments> judged, PredictionSet predictions)
    {
        string[] texts = [.. judged.SelectMany(part => Enumerable.Range(0, part.Outcomes.Corpus!.Count).Select(part.Outcomes.Corpus.Sentence))];
        PredictionSet first = judged[0].Outcomes.Sentences!;
        // Documents are numbered on from the number of those before, also where the last of them has no sentence.
        PredictionSet sentences = judged.Count == 1 ? first : first.Concat(judged[1].Outcomes.Sentences!) with
        { DocumentOf = [.. first.DocumentOf!, .. judged[1].Outcomes.Sentences!.DocumentOf!.Select(document => judged[0].Documents.Count + document)] };
        return new PassageJudge(new Outcomes(predictions, sentences), row => texts[row]).Judge();
    }

    /// <summary>Of two near-duplicates with different labels one is wrong: the one that is more suspect is, and half of what remains to certainty is added.</summary>
    private static SuspectLabels[] WithConflicts(IReadOnlyList<SuspectLabels> judgements, IReadOnlyList<(int Document, int Other)> pairs, Document[] documents, int labelField, ClassifierKind kind)
    {
        SuspectLabels[] all = [.. judgements];
        foreach ((int document, int other) in pairs)
        {
            (int wrong, int right) = judgements[document].Score >= judgements[other].Score ? (document, other) : (other, document);
            all[wrong] = new SuspectLabels(wrong, true, (1 + judgements[wrong].Score) / 2, Given(documents[right], labelField, kind), SuspectReason.DuplicateConflict,
                $"nearly the same text is labelled differently at {documents[right].Place}");
        }
        return all;
    }

    private static LabelSuspect Describe(SuspectLabels judgement, Document document, int labelField, ClassifierKind kind) => new(
        document.Id, document.Place, ArticleText.Title(document), ArticleText.Snippet(document), Given(document, labelField, kind), judgement.Suggested, judgement.Reason, judgement.Why, judgement.Score)
    {
        File = document.File,
        Line = document.Line,
    };

    /// <summary>What near-duplicates must have in common: their labels; of passages only whether there are some, for the texts need not be the same.</summary>
    private static string[] Compared(Document document, int labelField, ClassifierKind kind)
    {
        string[] given = Given(document, labelField, kind);
        return kind != ClassifierKind.Passages ? given : [given.Length > 0 ? "with passages" : "without passages"];
    }

    /// <summary>The labels in one order, each once; passages as they stand in the data.</summary>
    private static string[] Given(Document document, int labelField, ClassifierKind kind)
    {
        string[] labels = LabelEncoder.LabelsOf(document, labelField, kind) ?? [];
        return kind == ClassifierKind.Passages ? labels : [.. labels.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }
}
