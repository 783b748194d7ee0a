using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Cli.Reports.Html;

/// <summary>A report as one HTML page that needs nothing else: report.html. The same data, configuration and time
/// of creation give the same bytes: how long the steps took, which is never the same, stands in report.json and report.md alone.</summary>
internal static class ReportHtml
{
    /// <summary>The page.</summary>
    public static string Write(ReportDetails details) => Render<ReportPage>(new Dictionary<string, object?> { [nameof(ReportPage.Report)] = details });

    /// <summary>A component as HTML.</summary>
    /// <typeparam name="T">The component.</typeparam>
    /// <param name="parameters">[name of the parameter] -> value.</param>
    internal static string Render<T>(IDictionary<string, object?> parameters) where T : IComponent
    {
        // Letters of every script stand as they are: as numbers a Vietnamese text would be three times as long.
        using ServiceProvider services = new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();
        using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        string html = renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString()).GetAwaiter().GetResult();
        // A checkout on Windows may have ended the lines of components and style sheet by two characters.
        return html.ReplaceLineEndings("\n");
    }
}
