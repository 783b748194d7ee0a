namespace TopicModel.Training.Evaluation.Details;

/// <summary>The figures of a classifier in the history.</summary>
/// <param name="Main">Name of its main metric in the report ("macroF1").</param>
/// <param name="Metrics">[name of the metric] -> value on the test documents, of cross-validation without a test; those of sentences as "passages.f1". Undefined ones are left out.</param>
/// <param name="Interval">95 % interval of the main metric; null without a test.</param>
/// <param name="Bytes">Size of the model file.</param>
/// <param name="Features">N-grams in the model.</param>
/// <param name="Timings">Seconds of the steps.</param>
public sealed record HistoryFigures(string Main, IReadOnlyDictionary<string, double> Metrics, Interval? Interval, long Bytes, int Features, Timings Timings);
