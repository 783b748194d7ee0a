using System.Text.Encodings.Web;
using System.Text.Json.Serialization;

namespace TopicModel;

/// <summary>
/// Source-generated JSON for the library's types, for apps that are trimmed or natively compiled:
/// <c>JsonSerializer.Serialize(prediction, TopicModelJsonContext.Default.Prediction)</c>, or
/// <c>options.TypeInfoResolverChain.Add(TopicModelJsonContext.Default)</c>. Articles are read and written, results are written.
/// </summary>
[JsonSerializable(typeof(Article))]
[JsonSerializable(typeof(ArticleAnalysis))]
[JsonSerializable(typeof(Explanation))]
[JsonSerializable(typeof(Prediction))]
[JsonSerializable(typeof(TaskItem))]
[JsonSerializable(typeof(TaskList))]
public sealed partial class TopicModelJsonContext : JsonSerializerContext
{
    /// <summary>
    /// Letters of every script as they are ("đảng", not "\u0111\u1EA3ng"), as the console writes them: shorter, and people can read it. Not for
    /// JSON that is put into an HTML page.
    /// </summary>
    public static TopicModelJsonContext Readable { get; } = new(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
