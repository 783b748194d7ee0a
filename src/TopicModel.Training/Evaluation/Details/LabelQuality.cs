namespace TopicModel.Training.Evaluation.Details;

/// <summary>
/// How good the labels are, by confident learning (Northcutt, Jiang and Chuang 2021) on probabilities of models that have not seen the
/// document: out-of-fold for the training documents, of the final model for the test documents.
/// </summary>
/// <param name="Documents">Number of documents looked at.</param>
/// <param name="Suspects">Number of documents with a label that is probably wrong; without those of <see cref="Checked"/>.</param>
/// <param name="Checked">Number of documents whose label would be suspect, had nobody looked at it and found that it stands.</param>
/// <param name="Conflicts">Number of pairs of near-duplicates that are labelled differently, unless both were checked.</param>
/// <param name="EstimatedErrorShare">Share of labels that are wrong by the confident joint, 0 to 1, checked ones counted as right; multilabel: of the documents.</param>
public sealed record LabelQuality(int Documents, int Suspects, int Checked, int Conflicts, double EstimatedErrorShare);
