using TopicModel.Models;
using TopicModel.Training.Data;

namespace TopicModel.Training.Fitting;

/// <summary>Trains models of parts of the documents that a classifier was trained on.</summary>
/// <param name="Labels">Labels of the documents; of passages, whether they have any.</param>
/// <param name="Fit">[document] -> whether it is trained on, to a model whose calibration and thresholds are fitted on the other documents, of which there must be some.</param>
internal sealed record PartFit(LabelMatrix Labels, Func<bool[], TextModel> Fit);
