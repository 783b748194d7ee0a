using TopicModel.Training.Data;

namespace TopicModel.Training.Evaluation;

/// <summary>Draws documents with replacement, as many as there are; the sentences of one document are drawn together. For one thread.</summary>
/// <param name="exampleCount">Number of examples.</param>
/// <param name="documentOf">[example] -> its document, 0-based, or null when every example is one.</param>
internal sealed class DocumentDraw(int exampleCount, int[]? documentOf)
{
    private readonly int[] _documentWeights = new int[documentOf is null ? exampleCount : documentOf.Length == 0 ? 0 : documentOf.Max() + 1];
    private readonly int[] _weights = new int[documentOf is null ? 0 : exampleCount];

    /// <summary>A new draw: [example] -> how often it was drawn. Overwritten by the next.</summary>
    public int[] Next(DeterministicRandom random)
    {
        Bootstrap.Draw(random, _documentWeights);
        if (documentOf is null) return _documentWeights;
        for (int example = 0; example < _weights.Length; example++) _weights[example] = _documentWeights[documentOf[example]];
        return _weights;
    }
}
