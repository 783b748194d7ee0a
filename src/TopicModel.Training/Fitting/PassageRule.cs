using TopicModel.Format;

namespace TopicModel.Training.Fitting;

/// <summary>How scores of sentences become decisions on sentences and documents.</summary>
/// <param name="Sentences">Score -> probability of a sentence.</param>
/// <param name="SentenceThreshold">A sentence of a positive document is positive from this probability on.</param>
/// <param name="Document">Probabilities of the sentences -> probability of the document, and its threshold.</param>
internal sealed record PassageRule(Models.Calibration Sentences, double SentenceThreshold, DocumentRule Document);
