using System.Text.Json.Serialization;

namespace TopicModel.Training.Evaluation.Comparison;

/// <summary>Generated code for lines of predictions.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(PredictionLine))]
internal sealed partial class PredictionLineContext : JsonSerializerContext;
