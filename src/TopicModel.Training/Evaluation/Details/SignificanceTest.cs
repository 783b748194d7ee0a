namespace TopicModel.Training.Evaluation.Details;

/// <summary>A paired test of two classifiers' decisions on the same documents.</summary>
/// <param name="Name">"McNemar, exact" (are right decisions equally frequent) or "Stuart-Maxwell" (are the labels given equally often).</param>
/// <param name="Statistic">McNemar: the smaller number of changed documents; Stuart-Maxwell: chi-squared.</param>
/// <param name="DegreesOfFreedom">Of chi-squared; 0 for an exact test.</param>
/// <param name="PValue">Chance of a difference at least as large if there were none, 0 to 1.</param>
public sealed record SignificanceTest(string Name, double Statistic, int DegreesOfFreedom, double PValue);
