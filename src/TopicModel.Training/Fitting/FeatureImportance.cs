using TopicModel.Features;

namespace TopicModel.Training.Fitting;

/// <summary>
/// How much each feature of a fit can move the scores: the length of its row of weights times its inverse document frequency.
/// Pruning keeps the most important ones.
/// </summary>
internal sealed class FeatureImportance
{
    private readonly float[] _importances;
    private readonly float[] _descending;

    /// <param name="fit">The fit.</param>
    /// <param name="weighting">Whether document frequencies have a say in the features' values.</param>
    public FeatureImportance(LinearFit fit, Weighting weighting)
    {
        int outputs = fit.Result.Biases.Length;
        float[] weights = fit.Result.Weights;
        _importances = new float[fit.FeatureWeights.Kept.Length];
        for (int feature = 0; feature < _importances.Length; feature++)
        {
            if (!fit.FeatureWeights.Kept[feature]) continue;
            double squares = 0;
            foreach (float weight in weights.AsSpan(feature * outputs, outputs)) squares += (double)weight * weight;
            _importances[feature] = (float)(Math.Sqrt(squares) * (weighting == Weighting.TfIdf ? fit.FeatureWeights.Idf[feature] : 1));
        }
        _descending = [.. _importances.Where(importance => importance > 0)];
        Array.Sort(_descending);
        Array.Reverse(_descending);
    }

    /// <summary>Number of features that can move a score at all.</summary>
    public int Count => _descending.Length;

    /// <summary>[feature] -> importance; 0 for those that are not used.</summary>
    public ReadOnlySpan<float> Values => _importances;

    /// <summary>Whether a feature is among the most important <paramref name="share"/> of them.</summary>
    public Func<int, bool> Strongest(double share)
    {
        float least = Least(share);
        return feature => _importances[feature] > 0 && _importances[feature] >= least;
    }

    /// <summary>The importance that the most important <paramref name="share"/> of the features have at least; equal ones are all in.</summary>
    public float Least(double share) => Count == 0 ? 0 : _descending[Math.Clamp((int)Math.Ceiling(share * Count), 1, Count) - 1];
}
