using TopicModel.Features;

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
    /// <param name="model">A model with n-gram texts; it has those of the strongest.</param>
    /// <param name="output">Index of the label.</param>
    /// <param name="count">How many of each at most.</param>
    internal static (IReadOnlyList<StrongNgram> For, IReadOnlyList<StrongNgram> Against) Of(TopicModel.Models.TextModel model, int output, int count)
    {
        bool usesIdf = model.Manifest.Features.Weighting == Weighting.TfIdf;
        double Influence(int feature) => model.Linear.Weight(feature, output) * (usesIdf ? model.Vocabulary.IdfCodes[feature] * TermWeighting.IdfUnit : 1.0);
        // The sort keeps the order of equal ones, which is that of the file.
        StrongNgram[] ngrams = [.. (model.Ngrams?.Decode() ?? []).Select(ngram => new StrongNgram(ngram.Text, Influence(ngram.Feature))).OrderByDescending(ngram => ngram.Influence)];
        return ([.. ngrams.Take(count).Where(ngram => ngram.Influence > 0)], [.. ngrams.Reverse().Take(count).Where(ngram => ngram.Influence < 0)]);
    }
}
