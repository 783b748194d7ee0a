using FsCheck;
using FsCheck.Fluent;
using TopicModel.Cli.Reports.Html;

namespace TopicModel.Cli.Tests.Reports.Html;

public class AnchorTests
{
    [Theory]
    [InlineData("theme.labels", "theme", "labels")]
    [InlineData("task-list.curves", "task-list", "curves")]
    [InlineData("a~0020~1ebf~0022~002e", "a ế\".")]
    public void Of_Parts_AreJoinedAndSafe(string expected, params string[] parts) => Assert.Equal(expected, Anchor.Of(parts));

    [Fact]
    public void Of_DifferentParts_AreDifferent() => Prop.ForAll<string[], string[]>((one, other) =>
    {
        string[] first = [.. one.Select(part => part ?? "")], second = [.. other.Select(part => part ?? "")];
        // An empty part cannot be told from none; no classifier and no label has an empty name.
        if (first.Contains("") || second.Contains("")) return true;
        return first.SequenceEqual(second) == (Anchor.Of(first) == Anchor.Of(second));
    }).QuickCheckThrowOnFailure();
}
