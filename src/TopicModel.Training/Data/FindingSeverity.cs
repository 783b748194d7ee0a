using System.Text.Json.Serialization;

namespace TopicModel.Training.Data;

/// <summary>How bad a finding is.</summary>
public enum FindingSeverity
{
    /// <summary>Training works; the data or the figures may be worse for it.</summary>
    [JsonStringEnumMemberName("warning")]
    Warning,

    /// <summary>Training would stop here.</summary>
    [JsonStringEnumMemberName("error")]
    Error,
}
