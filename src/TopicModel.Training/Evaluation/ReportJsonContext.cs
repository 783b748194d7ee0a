using System.Text.Json.Serialization;

namespace TopicModel.Training.Evaluation;

/// <summary>Generated code for the report: properties stand in the order of their declaration.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, WriteIndented = true, NewLine = "\n",
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, Converters = [typeof(UndefinedNumberConverter), typeof(MetricConverter)])]
[JsonSerializable(typeof(Report))]
[JsonSerializable(typeof(MetricBlock))]
[JsonSerializable(typeof(Details.HistoryEntry))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;
