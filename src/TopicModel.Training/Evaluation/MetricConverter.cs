using System.Text.Json;
using System.Text.Json.Serialization;

namespace TopicModel.Training.Evaluation;

/// <summary>A metric by its name in the report, as <see cref="MetricBlock.NameOf"/> gives it: "macroF1".</summary>
internal sealed class MetricConverter() : JsonStringEnumConverter<Metric>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
