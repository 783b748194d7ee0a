namespace TopicModel.Training.Evaluation.Details;

/// <summary>An n-gram with what it means to a label.</summary>
/// <param name="Ngram">The n-gram as text.</param>
/// <param name="Influence">
/// What one occurrence adds to the score before the text's length is taken into account: the weight, times the inverse document
/// frequency where the weighting has one. Negative speaks against.
/// </param>
public sealed record StrongNgram(string Ngram, double Influence)
{
    /// <summary>The n-grams that speak most strongly for a label, and those against it, the strongest first.</summary>
    /// <param name="model">A model with n-gram texts.</param>
    /// <param name="output">Index of the label.</param>
    /// <param name="count">How many of each at most.</param>
    internal static (IReadOnlyList<StrongNgram> For, IReadOnlyList<StrongNgram> Against) Of(TopicModel.Models.TextModel model, int output, int count)
    {
        IReadOnlyList<string> ngrams = model.Ngrams ?? [];
        bool usesIdf = model.Manifest.Features.Weighting == TopicModel.Features.Weighting.TfIdf;
        var influences = new double[ngrams.Count];
        for (int feature = 0; feature < influences.Length; feature++)
            influences[feature] = model.Linear.Weights[feature * model.Linear.Outputs + output] * (usesIdf ? model.Vocabulary.Idf[feature] : 1.0);
        // Sorting by feature too makes the order of equal ones that of the file.
        int[] order = [.. Enumerable.Range(0, influences.Length).OrderByDescending(feature => influences[feature]).ThenBy(feature => feature)];
        StrongNgram At(int feature) => new(ngrams[feature], influences[feature]);
        return ([.. order.Take(count).Select(At).Where(ngram => ngram.Influence > 0)], [.. order.Reverse().Take(count).Select(At).Where(ngram => ngram.Influence < 0)]);
    }
}
