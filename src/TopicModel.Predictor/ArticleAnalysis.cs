namespace TopicModel;

/// <summary>What all models of a folder say of one article. Immutable.</summary>
public sealed class ArticleAnalysis
{
    internal ArticleAnalysis(IReadOnlyDictionary<string, Prediction> predictions, IReadOnlyDictionary<string, TaskList> taskLists) =>
        (Predictions, TaskLists) = (predictions, taskLists);

    /// <summary>[name of the classifier] -> what it says.</summary>
    public IReadOnlyDictionary<string, Prediction> Predictions { get; }

    /// <summary>[name of the classifier] -> the sentences that it found.</summary>
    public IReadOnlyDictionary<string, TaskList> TaskLists { get; }

    /// <summary>Labels that the model "theme" gives; empty when there is no such model.</summary>
    public IReadOnlyList<string> Themes => Predictions.TryGetValue("theme", out Prediction? theme) ? theme.Labels : [];

    /// <summary>Label that the model "stance" gives; null when there is no such model.</summary>
    public string? Stance => Predictions.TryGetValue("stance", out Prediction? stance) ? stance.Label : null;

    /// <summary>What the model "task-list" found; null when there is no such model.</summary>
    public TaskList? TaskList => TaskLists.GetValueOrDefault("task-list");
}
