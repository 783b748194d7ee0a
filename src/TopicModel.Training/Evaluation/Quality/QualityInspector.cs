using TopicModel.Training.Data;
using TopicModel.Training.Evaluation.Details;
using TopicModel.Training.Evaluation.Mistakes;
using TopicModel.Training.Fitting;

namespace TopicModel.Training.Evaluation.Quality;

/// <summary>Finds the labels of a classifier that are probably wrong.</summary>
internal static class QualityInspector
{
    /// <summary>Conflicts that the report shows.</summary>
    private const int MaxConflicts = 50;

    /// <summary>Inspects the labels of training and test documents.</summary>
    /// <param name="judged">Documents with what was said of them by models that have not seen them: the training documents, then the test documents, if any.</param>
    /// <param name="groups">[training document] -> its group of near-duplicates.</param>
    /// <param name="labelField">Index of the label field in the data schema.</param>
    /// <param name="isKnown">Whether a person has checked that a document is rightly labelled so; null when nobody has checked any.</param>
    public static InspectedLabels Inspect(IReadOnlyList<JudgedDocuments> judged, int[] groups, int labelField, Func<Document, IReadOnlyList<string>, bool>? isKnown = null)
    {
        Document[] documents = [.. judged.SelectMany(part => part.Documents)];
        PredictionSet predictions = judged.Select(part => part.Outcomes.Documents).Aggregate((all, next) => all.Concat(next));
        bool[] isChecked = Array.ConvertAll(documents, document => isKnown?.Invoke(document, Given(document, labelField, predictions.Kind)) == true);
        (IReadOnlyList<SuspectLabels> judgements, double errorShare) = predictions.Kind == ClassifierKind.Passages ? JudgePassages(judged, predictions, isChecked) : LabelJudge.Judge(predictions, isChecked);
        var conflicts = new DuplicateConflicts(documents, groups, i => Compared(documents[i], labelField, predictions.Kind));
        IReadOnlyList<(int Document, int Other)> pairs = conflicts.Find();
        ILookup<bool, LabelSuspect> suspects = WithConflicts(judgements, pairs, isChecked, right => (documents[right].Place, Given(documents[right], labelField, predictions.Kind)))
            .Where(judgement => judgement.IsSuspect).OrderByDescending(judgement => judgement.Score).ThenBy(judgement => judgement.Document)
            .ToLookup(judgement => isChecked[judgement.Document], judgement => Describe(judgement, documents[judgement.Document], labelField, predictions.Kind));
        (int, int)[] open = [.. pairs.Where(pair => !isChecked[pair.Document] || !isChecked[pair.Other])];
        return new InspectedLabels(new LabelQuality(documents.Length, suspects[false].Count(), suspects[true].Count(), open.Length, errorShare),
            [.. suspects[false]], [.. suspects[true]], [.. open.Take(MaxConflicts).Select(conflicts.Describe)]);
    }

    private static (IReadOnlyList<SuspectLabels>, double) JudgePassages(IReadOnlyList<JudgedDocuments> judged, PredictionSet predictions, bool[] isChecked)
    {
        string[] texts = [.. judged.SelectMany(part => Enumerable.Range(0, part.Outcomes.Corpus!.Count).Select(part.Outcomes.Corpus.Sentence))];
        PredictionSet first = judged[0].Outcomes.Sentences!;
        // Documents are numbered on from the number of those before, also where the last of them has no sentence.
        PredictionSet sentences = judged.Count == 1 ? first : first.Concat(judged[1].Outcomes.Sentences!) with
        { DocumentOf = [.. first.DocumentOf!, .. judged[1].Outcomes.Sentences!.DocumentOf!.Select(document => judged[0].Documents.Count + document)] };
        return new PassageJudge(new Outcomes(predictions, sentences), row => texts[row], isChecked).Judge();
    }

    /// <summary>
    /// Of two near-duplicates with different labels one is wrong: the one that nobody has checked, else the one that is more suspect; half of
    /// what remains to certainty is added.
    /// </summary>
    private static SuspectLabels[] WithConflicts(
        IReadOnlyList<SuspectLabels> judgements, IReadOnlyList<(int Document, int Other)> pairs, bool[] isChecked, Func<int, (string Place, string[] Labels)> describe)
    {
        SuspectLabels[] all = [.. judgements];
        foreach ((int document, int other) in pairs)
        {
            bool isOtherRight = isChecked[document] == isChecked[other] ? judgements[document].Score >= judgements[other].Score : isChecked[other];
            (int wrong, int right) = isOtherRight ? (document, other) : (other, document);
            (string place, string[] labels) = describe(right);
            all[wrong] = new SuspectLabels(wrong, true, (1 + judgements[wrong].Score) / 2, labels, SuspectReason.DuplicateConflict, $"nearly the same text is labelled differently at {place}");
        }
        return all;
    }

    private static LabelSuspect Describe(SuspectLabels judgement, Document document, int labelField, ClassifierKind kind) => new(
        document.Id, document.Place, ArticleText.Title(document), ArticleText.Snippet(document), Given(document, labelField, kind), judgement.Suggested, judgement.Reason, judgement.Why, judgement.Score)
    {
        File = document.File,
        Line = document.Line,
        TextHash = DataFingerprint.OfTexts(document),
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
