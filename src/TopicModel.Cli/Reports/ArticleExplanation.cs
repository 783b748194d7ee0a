using TopicModel.Training;
using TopicModel.Training.Data;

namespace TopicModel.Cli.Reports;

/// <summary>Why an article got what the models say of it.</summary>
/// <param name="Row">The article.</param>
/// <param name="Fields">Names of its text fields, in order.</param>
/// <param name="Topics">What the classifiers say, in the order of their names.</param>
/// <param name="TaskLists">What the models of passages found, in the order of their names.</param>
internal sealed record ArticleExplanation(InputRow Row, IReadOnlyList<string> Fields, IReadOnlyList<TopicExplanation> Topics, IReadOnlyList<TaskListFinding> TaskLists)
{
    /// <summary>Text fields that are not empty, with their texts.</summary>
    public IEnumerable<(string Field, string Text)> Texts => Fields.Select(name => (name, Row.Article[name])).Where(text => text.Item2.Length > 0);

    /// <summary>Asks models about an article.</summary>
    /// <param name="models">The models.</param>
    /// <param name="row">The article.</param>
    /// <param name="fields">Names of its text fields, in order.</param>
    /// <param name="name">The only model to ask; null for all.</param>
    /// <exception cref="FileNotFoundException">There is no model of that name.</exception>
    public static ArticleExplanation Of(ArticleAnalyzer models, InputRow row, IReadOnlyList<string> fields, string? name)
    {
        bool IsAsked(string model) => name is null || model == name;
        IEnumerable<string> names = models.Classifiers.Select(classifier => classifier.Name).Concat(models.Detectors.Select(detector => detector.Name));
        if (!names.Any(IsAsked)) throw new FileNotFoundException($"there is no model '{name}'{NearestName.Hint(name!, names)}; there are {string.Join(", ", names)}");
        return new ArticleExplanation(row, fields,
            [.. models.Classifiers.Where(classifier => IsAsked(classifier.Name)).Select(classifier => new TopicExplanation(classifier.Name, classifier.Explain(row.Article)))],
            [.. models.Detectors.Where(detector => IsAsked(detector.Name)).Select(detector => new TaskListFinding(detector.Name, detector.Detect(row.Article)))]);
    }
}
