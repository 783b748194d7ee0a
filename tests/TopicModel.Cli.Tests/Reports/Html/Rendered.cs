using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using TopicModel.Cli.Reports.Html;

namespace TopicModel.Cli.Tests.Reports.Html;

/// <summary>Components as a browser reads them.</summary>
internal static class Rendered
{
    /// <summary>The first element of a component.</summary>
    public static IElement Of<T>(params (string Name, object? Value)[] parameters) where T : IComponent =>
        Parse(ReportHtml.Render<T>(parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value))).Body!.FirstElementChild!;

    /// <summary>A page, or a part of one.</summary>
    public static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    /// <summary>An attribute that must be there.</summary>
    public static string At(this IElement element, string attribute) => element.GetAttribute(attribute) ?? throw new InvalidOperationException($"{element.OuterHtml} has no {attribute}");

    /// <summary>Text with every run of white space as one blank.</summary>
    public static string Words(this IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
