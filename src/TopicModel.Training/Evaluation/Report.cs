using System.Text.Json.Serialization;

namespace TopicModel.Training.Evaluation;

/// <summary>What a training or an evaluation found out: report.json, documented in docs/report.md.</summary>
public sealed record Report
{
    /// <summary>The version of the report's layout that this code reads and writes. It changes when a field is taken away or changes its meaning.</summary>
    public const int CurrentSchemaVersion = 1;

    /// <summary>Version of the layout.</summary>
    public int SchemaVersion { get; init; } = CurrentSchemaVersion;

    /// <summary>Version of the tool that wrote it.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>The documents.</summary>
    public required DataReport Data { get; init; }

    /// <summary>[name of the classifier] -> what became of it; written in ordinal order of the names.</summary>
    public required IReadOnlyDictionary<string, ClassifierReport> Classifiers { get; init; }

    /// <summary>The gates that were asked for, in that order; null (and not written) without any. Only an evaluation has them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<GateResult>? Gates { get; init; }
}
