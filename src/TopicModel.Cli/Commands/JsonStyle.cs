using System.Text.Encodings.Web;
using System.Text.Json;

namespace TopicModel.Cli.Commands;

/// <summary>How the console writes JSON: letters of every script as they are, since the output is UTF-8 and never inside a web page.</summary>
internal static class JsonStyle
{
    /// <summary>For documents that people read too.</summary>
    public static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>For JSON lines; several documents follow each other.</summary>
    public static readonly JsonWriterOptions Line = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
