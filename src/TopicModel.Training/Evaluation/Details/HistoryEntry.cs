namespace TopicModel.Training.Evaluation.Details;

/// <summary>A training in the history: a line of history.jsonl.</summary>
/// <param name="Created">When it was made, in UTC.</param>
/// <param name="ToolVersion">Version of the tool.</param>
/// <param name="DataFingerprint">Hash of the texts and labels trained on.</param>
/// <param name="ConfigHash">Hash of everything in the configuration that has a say in the models: 16 hexadecimal digits.</param>
/// <param name="TrainDocuments">Documents trained on.</param>
/// <param name="TestDocuments">Documents tested on.</param>
/// <param name="Classifiers">[name of the classifier] -> its figures.</param>
public sealed record HistoryEntry(
    DateTimeOffset Created, string ToolVersion, string DataFingerprint, string ConfigHash, int TrainDocuments, int TestDocuments, IReadOnlyDictionary<string, HistoryFigures> Classifiers);
