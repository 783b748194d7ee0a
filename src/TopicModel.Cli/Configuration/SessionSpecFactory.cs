using TopicModel.Training;
using TopicModel.Training.Trainers;

namespace TopicModel.Cli.Configuration;

/// <summary>Turns a checked configuration into what the training library runs.</summary>
internal static class SessionSpecFactory
{
    /// <summary>The session that a configuration describes.</summary>
    public static SessionSpec Create(TrainConfig config) => new()
    {
        BaseFolder = config.Folder,
        Train = config.Data.Train,
        Test = config.Data.Test,
        HoldOut = config.Data.Holdout,
        IdField = config.Data.Fields.Id,
        TextFields = config.Data.Fields.Text,
        LabelFields = config.LabelFields,
        SliceFields = config.Data.Slices,
        CheckedLabels = config.Data.CheckedLabels,
        Classifiers = [.. config.Classifiers.Select(classifier => Create(classifier, config))],
        ModelsFolder = config.Output.Models,
        ModelsName = Path.GetFileName(Path.TrimEndingDirectorySeparator(config.Output.Models)),
    };

    private static ClassifierSpec Create(ClassifierConfig classifier, TrainConfig config) => new()
    {
        Name = classifier.Name,
        Kind = classifier.Kind,
        LabelField = config.LabelFields.ToList().IndexOf(classifier.Label),
        LabelFieldName = classifier.Label,
        PositiveLabel = classifier.Positive,
        TextFields = config.Data.Fields.Text,
        SentenceFields = classifier.SentenceFields,
        Features = classifier.Features,
        Trainer = TrainerCatalog.Create(classifier.Trainer.Name, classifier.Trainer.Options),
        ClassWeights = Weights(classifier.ClassWeights),
        Prevalence = new LabelPrevalence { Shares = classifier.Prevalence },
        CrossValidation = classifier.CrossValidation,
        Prune = classifier.Prune,
        WantsLearningCurve = classifier.LearningCurve,
    };

    private static ClassWeighting Weights(ClassWeightsConfig? weights) =>
        weights is null ? ClassWeighting.None : weights.IsBalanced ? ClassWeighting.Balanced : new ClassWeighting { Given = weights.Weights };
}
