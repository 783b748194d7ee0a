using System.Globalization;
using TopicModel.Training.Trainers;

namespace TopicModel.Training.Fitting;

/// <summary>Tells the passes of a classifier's own fit as part of its progress.</summary>
/// <param name="context">The session.</param>
/// <param name="classifier">Name of the classifier.</param>
internal sealed class FitProgress(TrainingContext context, string classifier) : IProgress<TrainerProgress>
{
    /// <summary>The fit is counted as this part of a classifier's work.</summary>
    public const double Start = 0.7, End = 0.9;

    /// <summary>How many passes there will be is not known; after this many, half of the way is shown.</summary>
    private const double HalfWay = 10;

    /// <inheritdoc/>
    public void Report(TrainerProgress value) =>
        context.Report(classifier, string.Create(CultureInfo.InvariantCulture, $"fit, pass {value.Iteration}"), Start + (End - Start) * value.Iteration / (value.Iteration + HalfWay));
}
