using TopicModel.Training.Evaluation;

namespace TopicModel.Training.Fitting;

/// <summary>What a classifier said of labelled documents that it has not seen, and the truth.</summary>
/// <param name="Documents">Of the documents.</param>
/// <param name="Sentences">Of their sentences; null unless passages.</param>
/// <param name="Corpus">The sentences themselves, in the same order; null unless passages of which the texts are at hand.</param>
internal sealed record Outcomes(PredictionSet Documents, PredictionSet? Sentences = null, SentenceCorpus? Corpus = null)
{
    /// <summary>All metrics, with intervals from the given number of resamples.</summary>
    public MetricBlock Measure(int bootstrapSamples, TrainingContext context)
    {
        MetricBlock Of(PredictionSet set) => Evaluator.Evaluate(set, bootstrapSamples, context.Seed, context.Threads, context.CancellationToken);
        return Sentences is null ? Of(Documents) : Of(Documents) with { Passages = Of(Sentences) };
    }
}
