using TopicModel.Features;

namespace TopicModel.Tests.Features;

/// <summary>The worked numbers of docs/model-format.md: they may never change within a format version.</summary>
public class FeatureHashTests
{
    [Theory]
    [InlineData("a", 0x0989A9D431633189UL)]
    [InlineData("đối", 0xA906A743342811B6UL)]
    [InlineData("ngoại", 0x4F948B616E70B9F7UL)]
    [InlineData("starts with", 0xC8037686D28EBDA8UL)]
    public void Units_GivesTheDocumentedNumber(string token, ulong expected) => Assert.Equal(expected, FeatureHash.Units(token));

    [Fact]
    public void JoinAndInBlock_GiveTheDocumentedNumbers()
    {
        ulong pair = FeatureHash.Join(FeatureHash.Units("đối"), FeatureHash.Units("ngoại"));
        Assert.Equal(0xF944D5FCE30332BCUL, pair);
        Assert.Equal(pair, FeatureHash.InBlock(pair, FeatureBlock.Words));
        Assert.Equal(0x6773AC459C494EA9UL, FeatureHash.InBlock(pair, FeatureBlock.UnaccentedWords));
    }

    [Fact]
    public void Documentation_HasTheNumbersThatTheCodeGives()
    {
        string page = File.ReadAllText(Documentation());
        ulong pair = TestModels.Hash("đối ngoại");
        foreach (string token in new[] { "a", "đối", "ngoại", "starts with" }) Assert.Contains($"| units(\"{token}\") | 0x{FeatureHash.Units(token):X16} |", page);
        Assert.Contains($"| \"đối ngoại\" in block 0 | 0x{pair:X16} |", page);
        Assert.Contains($"| the same in block 1 | 0x{FeatureHash.InBlock(pair, FeatureBlock.UnaccentedWords):X16} |", page);
    }

    private static string Documentation() => Repository.PathOf("docs", "model-format.md");

    /// <summary>The same steps, unit by unit and without vectors or spans.</summary>
    [Fact]
    public void Units_IsTheSlowTwin()
    {
        for (int length = 0; length < 40; length++)
        {
            string text = string.Concat(Enumerable.Range(0, length).Select(i => (char)(i * 7919 + 97)));
            Assert.Equal(SlowFeatures.Units(text), FeatureHash.Units(text));
            // The same in a buffer with other units behind it.
            char[] buffer = [.. text, .. "đối ngoại"];
            Assert.Equal(SlowFeatures.Units(text), FeatureHash.Units(ref buffer[0], text.Length));
        }
    }
}
