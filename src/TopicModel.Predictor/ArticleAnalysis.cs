using System.Diagnostics;
using System.Text.Json.Serialization;
using TopicModel.Json;

namespace TopicModel;

/// <summary>
/// What all models of an <see cref="ArticleAnalyzer"/> say of one article. Immutable. As JSON it is an object with a property for each
/// model, as a line of the console's <c>predict</c>.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
[JsonConverter(typeof(ArticleAnalysisConverter))]
public sealed class ArticleAnalysis
{
    /// <summary>Puts results together, as <see cref="ArticleAnalyzer"/> does; for tests of apps.</summary>
    /// <param name="predictions">[name of the classifier] -> what it says.</param>
    /// <param name="taskLists">[name of the model of passages] -> the sentences that it found. Default: none.</param>
    /// <exception cref="ArgumentException">A name is in both.</exception>
    public ArticleAnalysis(IReadOnlyDictionary<string, Prediction> predictions, IReadOnlyDictionary<string, TaskList>? taskLists = null)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        (Predictions, TaskLists) = (predictions, taskLists ?? new Dictionary<string, TaskList>());
        foreach (string name in TaskLists.Keys)
            if (predictions.ContainsKey(name)) throw new ArgumentException($"'{name}' is a prediction and a list of tasks; each model has a name of its own");
    }

    /// <summary>[name of the classifier] -> what it says.</summary>
    public IReadOnlyDictionary<string, Prediction> Predictions { get; }

    /// <summary>[name of the model of passages] -> the sentences that it found.</summary>
    public IReadOnlyDictionary<string, TaskList> TaskLists { get; }

    /// <summary>Labels that the model "theme" gives; empty when there is no such model.</summary>
    public IReadOnlyList<string> Themes => Predictions.TryGetValue("theme", out Prediction? theme) ? theme.Labels : [];

    /// <summary>Label that the model "stance" gives; null when there is no such model.</summary>
    public string? Stance => Predictions.TryGetValue("stance", out Prediction? stance) ? stance.Label : null;

    /// <summary>What the model "task-list" found; null when there is no such model.</summary>
    public TaskList? TaskList => TaskLists.GetValueOrDefault("task-list");

    /// <summary>"stance: favor (0.912); theme: party-diplomacy (0.871); task-list: 3 tasks (0.950)".</summary>
    public override string ToString() => string.Join("; ",
        Predictions.Select(prediction => $"{prediction.Key}: {prediction.Value}").Concat(TaskLists.Select(list => $"{list.Key}: {list.Value}")));
}
