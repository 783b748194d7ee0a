using TopicModel.Format;

namespace TopicModel.Cli.Reports;

/// <summary>What a classifier says of an article, and why.</summary>
/// <param name="Manifest">Of the model.</param>
/// <param name="Explanation">Why.</param>
internal sealed record TopicExplanation(ModelManifest Manifest, Explanation Explanation)
{
    /// <summary>Contributions below this are shown as 0.000, so they are not worth showing.</summary>
    private const double Smallest = 0.0005;

    /// <summary>Indices of the labels worth showing: those given, else the most probable; of a binary classifier its only one.</summary>
    public IReadOnlyList<int> ShownLabels
    {
        get
        {
            int[] given = [.. Enumerable.Range(0, Explanation.Labels.Count).Where(label => Explanation.Prediction.Labels.Contains(Explanation.Labels[label]))];
            return given.Length > 0 ? given : [Enumerable.Range(0, Explanation.Labels.Count).MaxBy(Probability)];
        }
    }

    /// <summary>Probability of the label of that index.</summary>
    public double Probability(int label) => Explanation.Prediction.Scores[Explanation.Labels[label]];

    /// <summary>The terms that speak most strongly for a label (or against it), the strongest first; those too weak to show are left out.</summary>
    public IReadOnlyList<EvidenceTerm> Strongest(int label, int count, bool against)
    {
        int sign = against ? -1 : 1;
        return [.. Explanation.Terms.Where(term => sign * term.Contributions[label] >= Smallest).OrderByDescending(term => sign * term.Contributions[label]).Take(count)];
    }
}
