using TopicModel.Features;
using TopicModel.Text;

namespace TopicModel.Models;

/// <summary>
/// What one thread needs while it predicts, kept from call to call so that a call allocates nothing but its result. Never shared,
/// so there is nothing to lock.
/// </summary>
internal sealed class PredictionScratch
{
    [ThreadStatic]
    private static PredictionScratch? _ofThread;

    private float[] _scores = new float[32];

    /// <summary>The scratch of the calling thread.</summary>
    public static PredictionScratch OfThread => _ofThread ??= new PredictionScratch();

    /// <summary>N-grams of the current text.</summary>
    public NgramBuffer Ngrams { get; } = new();

    /// <summary>Features of the current text.</summary>
    public FeatureCounter Counter { get; } = new();

    /// <summary>Sentences of the current text.</summary>
    public List<TextRange> Sentences { get; } = [];

    /// <summary>Room for the scores of that many outputs.</summary>
    public Span<float> Scores(int outputs)
    {
        if (_scores.Length < outputs) _scores = new float[outputs];
        return _scores.AsSpan(0, outputs);
    }
}
