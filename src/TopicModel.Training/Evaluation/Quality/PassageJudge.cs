using TopicModel.Training.Evaluation.Details;
using TopicModel.Training.Evaluation.Mistakes;
using TopicModel.Training.Fitting;

namespace TopicModel.Training.Evaluation.Quality;

/// <summary>
/// Judges the passages of documents on two levels: whether a document has any, and which sentences are some. A document that is suspect as a
/// whole is told so; else it is as suspect as the mean of the document and its most suspect sentence: of twenty sentences one is easily judged with
/// great confidence, and would rank before documents that are wrong altogether. Of the first 3 % of the corpus with 5 % planted errors 87 % are such,
/// by the sentence alone 44 % (planted_label_errors.py, 2026-11-29).
/// </summary>
/// <param name="outcomes">What was said of the documents and of their sentences.</param>
/// <param name="sentenceOf">[sentence] -> its text.</param>
/// <param name="isChecked">[document] -> whether its passages are known to be right.</param>
internal sealed class PassageJudge(Outcomes outcomes, Func<int, string> sentenceOf, bool[] isChecked)
{
    private const int MaxQuote = 80;

    private readonly ConfidentLearning _sentences = LabelJudge.OfLabel(outcomes.Sentences!, 0);
    private readonly ILookup<int, int> _rowsOf = Enumerable.Range(0, outcomes.Sentences!.Truth.Count).ToLookup(row => outcomes.Sentences!.DocumentOf![row]);

    /// <summary>A judgement for each document, in order, and the estimated share of documents that are wrong as a whole.</summary>
    public (IReadOnlyList<SuspectLabels> Documents, double ErrorShare) Judge()
    {
        (IReadOnlyList<SuspectLabels> whole, double errorShare) = LabelJudge.Judge(outcomes.Documents, isChecked);
        return ([.. whole.Select(document => document.IsSuspect ? WholeDocument(document) : Sentences(document))], errorShare);
    }

    /// <summary>A document without passages should have those that the model sees; one with passages none.</summary>
    private SuspectLabels WholeDocument(SuspectLabels document)
    {
        bool has = outcomes.Documents.Truth.Has(document.Document, 0);
        return document with
        {
            Suggested = has ? [] : [.. _rowsOf[document.Document].Where(row => outcomes.Sentences!.Given[row]).Select(sentenceOf)],
            Why = $"it is labelled {(has ? "with" : "without")} passages, but models that have not seen it give it {LabelJudge.Number(outcomes.Documents.Probabilities[document.Document])} for having some",
        };
    }

    private SuspectLabels Sentences(SuspectLabels document)
    {
        PredictionSet sentences = outcomes.Sentences!;
        int[] rows = [.. _rowsOf[document.Document]], suspects = [.. rows.Where(_sentences.IsSuspect)];
        // One sentence alone does not make a document without passages wrong; the model of documents would have said so.
        if (suspects.Length == 0 || !outcomes.Documents.Truth.Has(document.Document, 0)) return document;
        int worst = suspects.MaxBy(_sentences.Score);
        string more = suspects.Length == 1 ? "" : suspects.Length == 2 ? ", and one more" : $", and {suspects.Length - 1} more";
        return new SuspectLabels(document.Document, true, (document.Score + _sentences.Score(worst)) / 2,
            [.. rows.Where(row => sentences.Truth.Has(row, 0) != suspects.Contains(row)).Select(sentenceOf)], SuspectReason.ConfidentDisagreement,
            $"the sentence '{ArticleText.Shorten(sentenceOf(worst), MaxQuote)}' is {(sentences.Truth.Has(worst, 0) ? "a passage" : "no passage")}, but models that have not seen it give it {LabelJudge.Number(sentences.Probabilities[worst])}{more}");
    }
}
