using TopicModel.Training.Data;
using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Training.Evaluation.Quality;

/// <summary>
/// Judges the labels of documents by <see cref="ConfidentLearning"/>: multiclass over all labels; binary and multilabel label by label,
/// a label against its absence, a document being as suspect as its most suspect label.
/// </summary>
internal static class LabelJudge
{
    private const string Unseen = "models that have not seen it";

    /// <summary>A judgement for each document, in order, and the estimated share of wrong labels.</summary>
    /// <param name="predictions">What was said of the documents.</param>
    /// <param name="isChecked">[document] -> whether its labels are known to be right, which counts in the share.</param>
    public static (IReadOnlyList<SuspectLabels> Documents, double ErrorShare) Judge(PredictionSet predictions, bool[] isChecked) => predictions.Kind switch
    {
        ClassifierKind.Multiclass => Multiclass(predictions, isChecked),
        ClassifierKind.Multilabel => Multilabel(predictions, isChecked),
        _ => Binary(predictions, isChecked),
    };

    /// <summary>Confident learning of one label against its absence: class 1 has the label.</summary>
    public static ConfidentLearning OfLabel(PredictionSet predictions, int label, bool[]? isChecked = null)
    {
        var probabilities = new double[2 * predictions.Truth.Count];
        var given = new int[predictions.Truth.Count];
        for (int example = 0; example < given.Length; example++)
        {
            double probability = predictions.Probabilities[example * predictions.Labels.Count + label];
            (probabilities[2 * example], probabilities[2 * example + 1]) = (1 - probability, probability);
            given[example] = predictions.Truth.Has(example, label) ? 1 : 0;
        }
        return new ConfidentLearning(probabilities, given, 2, isChecked);
    }

    /// <summary>A probability in a sentence.</summary>
    public static string Number(double probability) => probability.ToString("0.000", Wording.Culture);

    private static (IReadOnlyList<SuspectLabels>, double) Multiclass(PredictionSet predictions, bool[] isChecked)
    {
        int labels = predictions.Labels.Count;
        int[] given = [.. Enumerable.Range(0, predictions.Truth.Count).Select(example => predictions.Truth[example][0])];
        var learning = new ConfidentLearning(predictions.Probabilities, given, labels, isChecked);
        return ([.. given.Select((label, example) =>
        {
            bool isSuspect = learning.IsSuspect(example);
            int suggested = isSuspect ? learning.Confident[example] : learning.Rival(example);
            double probability = predictions.Probabilities[example * labels + suggested], own = predictions.Probabilities[example * labels + label];
            return new SuspectLabels(example, isSuspect, learning.Score(example), [predictions.Labels[suggested]], SuspectReason.ConfidentDisagreement,
                $"{Unseen} give '{predictions.Labels[suggested]}' {Number(probability)} and '{predictions.Labels[label]}' {Number(own)}");
        })], learning.ErrorShare());
    }

    private static (IReadOnlyList<SuspectLabels>, double) Binary(PredictionSet predictions, bool[] isChecked)
    {
        ConfidentLearning learning = OfLabel(predictions, 0, isChecked);
        return ([.. Enumerable.Range(0, predictions.Truth.Count).Select(example =>
        {
            string other = predictions.Classes[predictions.Truth.Has(example, 0) ? 0 : 1];
            return new SuspectLabels(example, learning.IsSuspect(example), learning.Score(example), [other], SuspectReason.ConfidentDisagreement,
                $"{Unseen} give '{predictions.Labels[0]}' {Number(predictions.Probabilities[example])}");
        })], learning.ErrorShare());
    }

    private static (IReadOnlyList<SuspectLabels>, double) Multilabel(PredictionSet predictions, bool[] isChecked)
    {
        ConfidentLearning[] byLabel = [.. Enumerable.Range(0, predictions.Labels.Count).Select(label => OfLabel(predictions, label, isChecked))];
        SuspectLabels[] documents = [.. Enumerable.Range(0, predictions.Truth.Count).Select(example => Multilabel(predictions, byLabel, example))];
        return (documents, documents.Length == 0 ? 0 : Math.Min(1, byLabel.Sum(learning => learning.ErrorShare())));
    }

    private static SuspectLabels Multilabel(PredictionSet predictions, ConfidentLearning[] byLabel, int example)
    {
        int[] suspects = [.. Enumerable.Range(0, byLabel.Length).Where(label => byLabel[label].IsSuspect(example)).OrderByDescending(label => byLabel[label].Score(example))];
        IEnumerable<string> suggested = Enumerable.Range(0, byLabel.Length).Where(label => predictions.Truth.Has(example, label) != suspects.Contains(label)).Select(label => predictions.Labels[label]);
        IEnumerable<string> reasons = suspects.Select(label =>
            $"'{predictions.Labels[label]}' is {(predictions.Truth.Has(example, label) ? "there" : "missing")}, but {Unseen} give it {Number(predictions.Probabilities[example * byLabel.Length + label])}");
        double score = (suspects.Length > 0 ? suspects : [.. Enumerable.Range(0, byLabel.Length)]).Max(label => byLabel[label].Score(example));
        return new SuspectLabels(example, suspects.Length > 0, score, [.. suggested], SuspectReason.ConfidentDisagreement, string.Join("; ", reasons));
    }
}
