using TopicModel.Text;

namespace TopicModel.Tests.Text;

public class CanonicalComposerTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("plain", "plain")]
    [InlineData("Hợp tác", "Hợp tác")]
    [InlineData("Ho\u031B\u0323p ta\u0301c", "H\u1EE3p t\u00E1c")]
    [InlineData("Ho\u0323\u031Bp", "H\u1EE3p")]
    [InlineData("\u1ECD\u031B", "\u1EE3")]
    [InlineData("\u0301x", "\u0301x")]
    [InlineData("q\u0301\u0323", "q\u0323\u0301")]
    [InlineData("\u01D6\u0323", "\u1EE5\u0308\u0304")]
    [InlineData("\u1112\u1161\u11AB", "\uD55C")]
    [InlineData("\u09C7\u09BE", "\u09CB")]
    [InlineData("\u212B \u2126", "\u00C5 \u03A9")]
    [InlineData("😀e\u0301", "😀\u00E9")]
    public void Compose_Text_IsCanonicallyComposed(string text, string expected) => Assert.Equal(expected, CanonicalComposer.Compose(text));

    [Fact]
    public void Compose_NothingToDo_GivesTheTextItself()
    {
        const string Text = "đối ngoại nhân dân";

        Assert.Same(Text, CanonicalComposer.Compose(Text));
    }

    [Fact]
    public void Compose_EveryComposite_ComesBackFromItsParts()
    {
        int count = 0;
        for (char unit = '\u00C0'; unit < '\u3100'; unit++)
        {
            if (!CompositionTable.TryDecompose(unit, out char first, out char second)) continue;
            string parts = $"{second}";
            for (; CompositionTable.TryDecompose(first, out char before, out char mark); first = before) parts = mark + parts;
            Assert.Equal($"a{unit}b", CanonicalComposer.Compose($"a{first}{parts}b"));
            count++;
        }
        Assert.InRange(count, 900, 1000);
    }

    [Fact]
    public void Compose_MarksWithoutEnd_KeepsTheLettersBehindThem()
    {
        string composed = CanonicalComposer.Compose("a" + new string('\u0323', 100) + "bc");

        Assert.StartsWith("\u1EA1\u0323", composed, StringComparison.Ordinal);
        Assert.EndsWith("\u0323bc", composed, StringComparison.Ordinal);
    }
}
