using TopicModel.Features;
using TopicModel.Text;

namespace TopicModel.Tests.Features;

public class SentenceFeaturesTests
{
    private const string Text = "Thủ tướng yêu cầu các bộ:\n- Một là, hoàn thiện thể chế?\nẢnh: TTXVN\nCuộc họp kết thúc.";

    private static HashSet<ulong> Features(int index)
    {
        var sentences = new List<TextRange>();
        SentenceFeatures.Split([Text], 0, -1, sentences, clean: true);
        var buffer = new NgramBuffer(recordSpans: true);
        new SentenceFeatures(new FeatureOptions { Words = new NgramRange(1, 1) }).Extract(Text, sentences, index, buffer);
        Assert.All(buffer.Spans.ToArray(), span => Assert.InRange(span.End, span.Start, Text.Length));
        return [.. buffer.Hashes];
    }

    [Fact]
    public void Split_LeavesBoilerplateOutUnlessToldNotTo()
    {
        List<TextRange> clean = [], all = [];
        SentenceFeatures.Split([Text], 0, -1, clean, clean: true);
        SentenceFeatures.Split([Text], 0, -1, all, clean: false);
        Assert.Equal((3, 4), (clean.Count, all.Count));
    }

    [Theory]
    [InlineData("self ordinal", true)]
    [InlineData("self ordinal first", true)]
    [InlineData("self ordinal later", false)]
    [InlineData("self list mark", true)]
    [InlineData("self asks or calls", true)]
    [InlineData("previous colon", true)]
    [InlineData("self colon", false)]
    [InlineData("next length 4", true)]
    [InlineData("place 1", true)]
    [InlineData("place first", false)]
    [InlineData("sentences 1", true)]
    public void Extract_TheMiddleSentence_HasItsForm(string form, bool expected) => Assert.Equal(expected, Features(1).Contains(SentenceForm.Hash(form)));

    [Fact]
    public void Extract_NeighboursAndFirstWords_AreFeaturesOfTheirOwn()
    {
        HashSet<ulong> features = Features(1);
        ulong Word(string word, FeatureBlock block) => FeatureHash.InBlock(FeatureHash.Units(word), block);
        Assert.Contains(Word("thể", FeatureBlock.Words), features);
        Assert.Contains(Word("tướng", FeatureBlock.PreviousSentence), features);
        Assert.Contains(Word("họp", FeatureBlock.NextSentence), features);
        Assert.DoesNotContain(Word("họp", FeatureBlock.Words), features);
        Assert.Contains(SentenceFeatures.FirstWords(["một"]), features);
        Assert.Contains(SentenceFeatures.FirstWords(["một", "là"]), features);
        Assert.Contains(SentenceForm.Hash("place first"), Features(0));
        Assert.Contains(SentenceForm.Hash("place last"), Features(2));
    }
}
