using TopicModel.Training.Data;
using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Training.Evaluation.Mistakes;

/// <summary>Finds the articles behind the cells of a <see cref="Confusion"/>.</summary>
internal static class ConfusionCells
{
    /// <summary>Columns of a multilabel confusion.</summary>
    private const int WronglyGiven = 1, WronglyNotGiven = 2, RightlyGiven = 3;

    private const int MaxPerCell = 20, MaxRight = 3, MaxAltogether = 400;

    /// <summary>The cells that have articles, row by row; of each some articles.</summary>
    public static IReadOnlyList<ConfusionCell> Build(PredictionSet predictions, IReadOnlyList<Document> documents)
    {
        IReadOnlyList<Decision> decisions = Decisions(predictions);
        var cells = decisions.GroupBy(decision => (decision.Row, decision.Column)).OrderBy(cell => cell.Key).ToList();
        // Each cell has an article; what is left goes to the commonest mistakes first, which people look at first.
        int spare = Math.Max(0, MaxAltogether - cells.Count);
        var shown = new Dictionary<(int, int), int>();
        foreach (IGrouping<(int, int), Decision> cell in cells.OrderByDescending(cell => cell.First().IsMistake).ThenByDescending(cell => cell.Count()))
        {
            int more = Math.Min(spare, Math.Min(cell.Count(), cell.First().IsMistake ? MaxPerCell : MaxRight) - 1);
            shown.Add(cell.Key, 1 + more);
            spare -= more;
        }
        return [.. cells.Select(cell => new ConfusionCell(cell.Key.Row, cell.Key.Column, cell.Count(), cell.First().IsMistake,
            [.. Rank(cell).Take(shown[cell.Key]).Select(decision => Outcome(predictions, documents, decision))]))];
    }

    /// <summary>Every decision that has a list: one an example, for multilabel one for each label that it has or was given.</summary>
    public static IReadOnlyList<Decision> Decisions(PredictionSet predictions)
    {
        var decisions = new List<Decision>();
        for (int example = 0; example < predictions.Truth.Count; example++)
        {
            if (predictions.Kind == ClassifierKind.Multilabel) AddByLabel(predictions, example, decisions);
            else decisions.Add(predictions.IsBinary ? Binary(predictions, example) : Multiclass(predictions, example));
        }
        return decisions;
    }

    /// <summary>Wrong ones the most confident first, right ones the least confident; equal ones in the order of the examples.</summary>
    public static IEnumerable<Decision> Rank(IEnumerable<Decision> cell) =>
        cell.OrderBy(decision => decision.IsMistake ? -decision.Probability : decision.Probability).ThenBy(decision => decision.Example);

    /// <summary>What became of the article of a decision.</summary>
    public static ArticleOutcome Outcome(PredictionSet predictions, IReadOnlyList<Document> documents, Decision decision)
    {
        Document document = documents[decision.Example];
        return new ArticleOutcome(document.Id, document.Place, ArticleText.Title(document), predictions.TruthOf(decision.Example), predictions.GivenOf(decision.Example), decision.Probability);
    }

    private static Decision Multiclass(PredictionSet predictions, int example)
    {
        int labels = predictions.Labels.Count, truth = predictions.Truth[example][0], given = Array.IndexOf(predictions.Given, true, example * labels, labels) - example * labels;
        return new Decision(example, truth, given, given, truth != given, predictions.Probabilities[example * labels + given]);
    }

    private static Decision Binary(PredictionSet predictions, int example)
    {
        bool isTrue = predictions.Truth.Has(example, 0), isGiven = predictions.Given[example];
        double probability = predictions.Probabilities[example];
        return new Decision(example, isTrue ? 1 : 0, isGiven ? 1 : 0, 0, isTrue != isGiven, isGiven ? probability : 1 - probability);
    }

    private static void AddByLabel(PredictionSet predictions, int example, List<Decision> decisions)
    {
        for (int label = 0; label < predictions.Labels.Count; label++)
        {
            bool isTrue = predictions.Truth.Has(example, label), isGiven = predictions.Given[example * predictions.Labels.Count + label];
            if (!isTrue && !isGiven) continue;
            double probability = predictions.Probabilities[example * predictions.Labels.Count + label];
            int column = isTrue && isGiven ? RightlyGiven : isGiven ? WronglyGiven : WronglyNotGiven;
            decisions.Add(new Decision(example, label, column, label, isTrue != isGiven, isGiven ? probability : 1 - probability));
        }
    }
}
