using TopicModel.Training.Data;
using TopicModel.Training.Evaluation;

namespace TopicModel.Training;

/// <summary>A finished evaluation of existing models.</summary>
/// <param name="Report">What came of it.</param>
/// <param name="Warnings">Fields that were asked for and are in no document.</param>
/// <param name="Classifiers">What more there is to say of the classifiers, in the order of their files.</param>
internal sealed record EvaluationResult(Report Report, IReadOnlyList<DataFinding> Warnings, IReadOnlyList<ClassifierAnalysis> Classifiers);
