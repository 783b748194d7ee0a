using TopicModel.Training.Evaluation.Comparison;
using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Training.Evaluation;

/// <summary>What is known of a classifier after its test.</summary>
/// <param name="Details">What the outputs show of it.</param>
/// <param name="Predictions">What it said of each test document; null without a test.</param>
internal sealed record ClassifierAnalysis(ClassifierDetails Details, TestPredictions? Predictions);
