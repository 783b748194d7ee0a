using TopicModel.Training.Data;
using TopicModel.Training.Evaluation;
using TopicModel.Training.Evaluation.Details;
using TopicModel.Training.Format;

namespace TopicModel.Training;

/// <summary>A finished session: models written beside their places and verified, to be put there by committing the files.</summary>
/// <param name="Report">What came of it.</param>
/// <param name="Files">The model files; reports can be staged with them.</param>
/// <param name="Doubts">What of the data makes the figures doubtful.</param>
/// <param name="Leaks">Test documents whose text, or nearly the text, is trained on; at most 50.</param>
/// <param name="Classifiers">What more there is to say of the classifiers, in the order in which they were trained.</param>
internal sealed record SessionResult(
    Report Report, StagedFiles Files, IReadOnlyList<DataFinding> Doubts, IReadOnlyList<DuplicatePair> Leaks, IReadOnlyList<ClassifierAnalysis> Classifiers) : IDisposable
{
    /// <summary>Removes what was not committed.</summary>
    public void Dispose() => Files.Dispose();
}
