using TopicModel.Models;
using TopicModel.Training.Data;
using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Training.Evaluation.Mistakes;

/// <summary>
/// Chooses the most instructive mistakes: confident ones, of different kinds. The cells of the confusion take turns, the one with the most
/// confident mistake first, and each gives its most confident mistake on an article that was not chosen yet.
/// </summary>
internal static class MistakeFinder
{
    private const int MaxMistakes = 12, MaxTerms = 8;

    /// <summary>Contributions below this are shown as 0.000.</summary>
    private const double SmallestPush = 0.0005;

    /// <summary>At most 12 mistakes, explained by the model that made them.</summary>
    public static IReadOnlyList<Mistake> Find(PredictionSet predictions, IReadOnlyList<Document> documents, TextModel model)
    {
        var classifier = new TopicClassifier(model);
        return [.. Choose(predictions).Select(decision => Explain(predictions, documents, decision, classifier))];
    }

    /// <summary>The mistakes, in the order in which they are chosen.</summary>
    public static IReadOnlyList<Decision> Choose(PredictionSet predictions)
    {
        List<Queue<Decision>> cells = [.. ConfusionCells.Decisions(predictions).Where(decision => decision.IsMistake)
            .GroupBy(decision => (decision.Row, decision.Column))
            .Select(cell => new Queue<Decision>(ConfusionCells.Rank(cell)))
            .OrderByDescending(cell => cell.Peek().Probability).ThenBy(cell => (cell.Peek().Row, cell.Peek().Column))];
        var chosen = new List<Decision>();
        var seen = new HashSet<int>();
        while (chosen.Count < MaxMistakes && cells.Count > 0)
        {
            foreach (Queue<Decision> cell in cells)
            {
                while (cell.TryDequeue(out Decision decision))
                {
                    if (!seen.Add(decision.Example)) continue;
                    if (chosen.Count < MaxMistakes) chosen.Add(decision);
                    break;
                }
            }
            cells.RemoveAll(cell => cell.Count == 0);
        }
        return chosen;
    }

    private static Mistake Explain(PredictionSet predictions, IReadOnlyList<Document> documents, Decision decision, TopicClassifier classifier)
    {
        var article = new Article();
        IReadOnlyList<string> fields = classifier.Manifest.TextFields;
        string[] texts = documents[decision.Example].Texts;
        for (int field = 0; field < fields.Count; field++) article[fields[field]] = texts[field];
        Explanation explanation = classifier.Explain(article);
        bool isMulticlass = predictions.Kind == ClassifierKind.Multiclass, isMissed = !isMulticlass && !predictions.Given[decision.Example * predictions.Labels.Count + decision.Label];
        double Push(IReadOnlyList<double> contributions) =>
            isMulticlass ? contributions[decision.Label] - contributions[decision.Row] : isMissed ? -contributions[decision.Label] : contributions[decision.Label];
        double right = isMulticlass ? predictions.Probabilities[decision.Example * predictions.Labels.Count + decision.Row] : 1 - decision.Probability;
        MistakeTerm[] terms = [.. explanation.Terms.Select(term => new MistakeTerm(term.Text, term.Occurrences, Push(term.Contributions)))
            .Where(term => term.Push >= SmallestPush).OrderByDescending(term => term.Push).Take(MaxTerms)];
        return new Mistake(ConfusionCells.Outcome(predictions, documents, decision), predictions.Labels[decision.Label], isMissed, right, terms,
            ExcerptCutter.Cut(article, fields, [.. explanation.Spans.Select(span => new PushedSpan(span.Field, span.Start, span.Length, Push(span.Contributions)))]));
    }
}
