using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace TopicModel.Cli.Reports.Html.Sections;

/// <summary>A heading whose level depends on where it stands, with a link to itself so that people can pass the place on.</summary>
public sealed class Heading : ComponentBase
{
    /// <summary>1 (highest) to 6.</summary>
    [Parameter, EditorRequired]
    public required int Level { get; set; }

    /// <summary>Its anchor; null for a heading that nothing leads to.</summary>
    [Parameter]
    public string? Id { get; set; }

    /// <summary>What it says.</summary>
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, $"h{Level}");
        if (Id is not null)
        {
            builder.AddAttribute(1, "id", Id);
            builder.OpenElement(2, "a");
            builder.AddAttribute(3, "href", $"#{Id}");
            builder.AddContent(4, Text);
            builder.CloseElement();
        }
        else builder.AddContent(5, Text);
        builder.CloseElement();
    }
}
