using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace TopicModel.Sample;

/// <summary>How the app writes JSON: Vietnamese as it is, not as \u sequences.</summary>
internal static class JsonStyle
{
    /// <summary>Sets the options of the app's endpoints.</summary>
    public static void Apply(JsonSerializerOptions options) => options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
}
