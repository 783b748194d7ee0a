using TopicModel.Features;
using TopicModel.Text;
using TopicModel.Training.Data;
using TopicModel.Training.Features;
using TopicModel.Training.Fitting;
using TopicModel.Training.Format;

namespace TopicModel.Training.Tests.Fitting;

public sealed class NgramNamesTests
{
    [Fact]
    public void OfDocuments_AllBlocks_EveryFeatureHasItsText()
    {
        var options = new FeatureOptions { Unaccented = true, Chars = new NgramRange(2, 3), MinDocumentFrequency = 1, Words = new NgramRange(1, 2) };
        Document[] documents = [new("d", ["", "Hòa bình, HÒA BÌNH"], [], "")];
        CountMatrix counts = CountMatrix.Build(new DocumentSource(documents, new DocumentFeatures(options, ["title", "body"])), 1, 1);
        ulong[] hashes = [.. counts.Hashes.Order()];
        var names = new NgramNames(VocabularyLayout.Of(hashes, new byte[hashes.Length], []), Enumerable.Range(0, hashes.Length));
        names.NameIn(documents, options, ["title", "body"]);

        string[] expected = ["hoà", "bình", "hoà bình", "bình hoà", "hoa°", "binh°", "hoa binh°", "binh hoa°",
            "' h'", "'ho'", "'oà'", "'à '", "' ho'", "'hoà'", "'oà '", "' b'", "'bì'", "'ìn'", "'nh'", "'h '", "' bì'", "'bìn'", "'ình'", "'nh '"];
        Assert.Equal(expected.Order(StringComparer.Ordinal), names.Names.Values.Order(StringComparer.Ordinal));
        Assert.True(names.IsComplete);
    }

    [Fact]
    public void Name_SentenceFeatures_NeighboursAndFormAreNamed()
    {
        const string text = "Bộ trưởng nói:\n- Một là, cần làm.";
        var sentences = new List<TextRange>();
        SentenceSplitter.Split(text, sentences);
        var ngrams = new NgramBuffer(recordSpans: true);
        new SentenceFeatures(new FeatureOptions()).Extract(text, sentences, 1, ngrams);
        ulong[] hashes = [.. ngrams.Hashes.ToArray().Distinct().Order()];
        var names = new NgramNames(VocabularyLayout.Of(hashes, new byte[hashes.Length], []), Enumerable.Range(0, hashes.Length));
        names.Name(text, ngrams, 0, ngrams.Count, new FeatureOptions());
        foreach ((ulong hash, string name) in SentenceFeatures.FormNames()) names.Name(hash, name);

        Assert.True(names.IsComplete);
        Assert.Contains("starts with: một là", names.Names.Values);
        Assert.Contains("before: trưởng", names.Names.Values);
        Assert.Contains("self ordinal first", names.Names.Values);
        Assert.Contains("previous colon", names.Names.Values);
        Assert.Contains("place last", names.Names.Values);
    }
}
