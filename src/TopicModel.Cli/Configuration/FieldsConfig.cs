namespace TopicModel.Cli.Configuration;

/// <summary>Names of the fields (JSON properties, columns) of a document: "data.fields" of train.json.</summary>
internal sealed record FieldsConfig
{
    /// <summary>Field of the identifier. Default: "id".</summary>
    public string Id { get; init; } = "id";

    /// <summary>Fields of the text, in reading order; at least one. Default: "text" alone.</summary>
    public IReadOnlyList<string> Text { get; init; } = ["text"];
}
