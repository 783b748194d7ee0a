using System.Text.Json.Serialization;

namespace TopicModel;

/// <summary>What a classifier decides.</summary>
public enum ClassifierKind
{
    /// <summary>Yes or no for a document.</summary>
    [JsonStringEnumMemberName("binary")]
    Binary,

    /// <summary>Exactly one of several labels for a document.</summary>
    [JsonStringEnumMemberName("multiclass")]
    Multiclass,

    /// <summary>Any number of labels for a document, also none.</summary>
    [JsonStringEnumMemberName("multilabel")]
    Multilabel,

    /// <summary>Which sentences of a document are positive, and whether the document has any.</summary>
    [JsonStringEnumMemberName("passages")]
    Passages,
}
