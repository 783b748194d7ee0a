using System.Text.Json.Serialization;

namespace TopicModel.Format;

/// <summary>
/// Generated code for the manifest, so that trimmed and natively compiled apps read it without reflection. Nulls are written: a
/// missing <c>words</c> would be read as its default, "no word n-grams" must stay none.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, WriteIndented = false,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ModelManifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
