using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using TopicModel.Features;
using TopicModel.Format;
using TopicModel.Models;
using TopicModel.Training.Format;

namespace TopicModel.Tests.Format;

public class ModelWriterTests
{
    [Theory]
    [InlineData(ClassifierKind.Binary)]
    [InlineData(ClassifierKind.Multiclass)]
    [InlineData(ClassifierKind.Multilabel)]
    [InlineData(ClassifierKind.Passages)]
    public void ToBytes_ReadBack_IsTheSameModelBitForBit(ClassifierKind kind)
    {
        var features = new FeatureOptions
        {
            Words = null,
            Chars = new NgramRange(2, 4),
            Unaccented = true,
            MinDocumentFrequency = 3,
            MaxFeatures = 1000,
            Weighting = Weighting.LogCountRatio,
            Clean = false,
            FieldWeights = new Dictionary<string, double> { ["title"] = 0.1, ["body"] = 1.0 / 3 },
        };
        foreach (TextModel model in new[] { TestModels.Model(kind), TestModels.Model(kind, features) })
        {
            byte[] bytes = ModelWriter.ToBytes(model);
            TextModel read = ModelReader.Read(bytes, "memory");
            AssertEqual(model, read);
            Assert.Equal(bytes, ModelWriter.ToBytes(read));
            AssertSameScores(model, read);
        }
    }

    private static void AssertEqual(TextModel expected, TextModel found)
    {
        Assert.Equal(expected.Vocabulary.BucketStarts, found.Vocabulary.BucketStarts);
        Assert.Equal(expected.Vocabulary.Fingerprints, found.Vocabulary.Fingerprints);
        Assert.Equal(expected.Vocabulary.IdfCodes, found.Vocabulary.IdfCodes);
        Assert.Equal(expected.Linear.RowStarts, found.Linear.RowStarts);
        Assert.Equal(expected.Linear.Masks, found.Linear.Masks);
        Assert.Equal(expected.Linear.Codes, found.Linear.Codes);
        Assert.Equal(expected.Linear.Scales, found.Linear.Scales);
        Assert.Equal(expected.Ngrams!.Decode(), found.Ngrams!.Decode());
        Assert.Equivalent(expected.Manifest, found.Manifest, strict: true);
        Assert.Equal(expected.Manifest.Features.Words, found.Manifest.Features.Words);
    }

    private static void AssertSameScores(TextModel expected, TextModel found)
    {
        foreach (string text in new[] { "", "Đảng hội đàm, nhân dân hữu nghị", "cần thương mại là" })
        {
            float[] first = Scores(expected, text), second = Scores(found, text);
            Assert.Equal(first.Select(BitConverter.SingleToInt32Bits), second.Select(BitConverter.SingleToInt32Bits));
        }
    }

    private static float[] Scores(TextModel model, string text)
    {
        var ngrams = new NgramBuffer();
        model.Features.Extract(["", "", text], ngrams);
        var scores = new float[model.Linear.Outputs];
        model.Score(ngrams, new FeatureCounter(), scores);
        return scores;
    }

    [Fact]
    public void ToBytes_DoesNotDependOnOrderOfDictionariesOrCulture()
    {
        TextModel model = TestModels.Model(ClassifierKind.Multiclass);
        model = new TextModel(model.Manifest with { Prevalence = new Dictionary<string, double> { ["b"] = 0.5, ["a"] = 0.25 } }, model.Vocabulary, model.Linear, model.Ngrams);
        byte[] expected = ModelWriter.ToBytes(model);
        ModelManifest reversed = model.Manifest with
        {
            TrainerOptions = model.Manifest.TrainerOptions.Reverse().ToDictionary(),
            TestMetrics = model.Manifest.TestMetrics.Reverse().ToDictionary(),
            Prevalence = model.Manifest.Prevalence!.Reverse().ToDictionary(),
        };
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            var commas = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            commas.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture = commas;
            Assert.Equal(expected, ModelWriter.ToBytes(new TextModel(reversed, model.Vocabulary, model.Linear, model.Ngrams)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
        Assert.Contains("\"prevalence\":{\"a\":0.25,\"b\":0.5}", Encoding.UTF8.GetString(ModelBytes.Sections(expected)[0].Bytes));
        Assert.Contains("\"trainerOptions\":{\"B\":\"2\",\"a\":\"\\u0111\",\"c\":\"1\"}", Encoding.UTF8.GetString(ModelBytes.Sections(expected)[0].Bytes));
    }

    [Fact]
    public void ToBytes_HasTheDocumentedLayout()
    {
        byte[] file = ModelWriter.ToBytes(TestModels.Model(ClassifierKind.Multiclass));
        Assert.Equal("TMODEL\r\n"u8.ToArray(), file[..8]);
        Assert.Equal((2, 9), (BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(8)), BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(12))));
        Assert.Equal(["MANIFEST", "BUCKETS", "PRINTS", "IDF", "ROWS", "MASKS", "WEIGHTS", "OUTPUTS", "NGRAMS"], ModelBytes.Sections(file).Select(section => section.Tag));
        for (int i = 0; i < 9; i++) Assert.Equal(0, BinaryPrimitives.ReadInt64LittleEndian(file.AsSpan(24 + 32 * i + 8)) % 64);
        Assert.Equal(ModelBytes.File(ModelBytes.Sections(file)), file);
    }

    [Fact]
    public void ToBytes_WithoutNgrams_HasNoSectionForThem()
    {
        TextModel model = TestModels.Model(ClassifierKind.Binary);
        byte[] file = ModelWriter.ToBytes(new TextModel(model.Manifest, model.Vocabulary, model.Linear, ngrams: null));
        Assert.DoesNotContain(ModelBytes.Sections(file), section => section.Tag == "NGRAMS");
        Assert.Null(ModelReader.Read(file, "memory").Ngrams);
    }

    [Fact]
    public void ToBytes_LongNgram_IsCutBetweenCodePoints()
    {
        TextModel model = TestModels.Model(TestModels.Manifest(ClassifierKind.Binary, ["có"]), ("x", [1f]));
        TextModel named = new(model.Manifest, model.Vocabulary, model.Linear, NgramTextsLayout.Of(new Dictionary<int, string> { [0] = new string('ệ', 100) }, 1));
        Assert.Equal(new string('ệ', 85), ModelReader.Read(ModelWriter.ToBytes(named), "memory").Ngrams!.Decode()[0].Text);
        TextModel pairs = new(model.Manifest, model.Vocabulary, model.Linear, NgramTextsLayout.Of(new Dictionary<int, string> { [0] = string.Concat(Enumerable.Repeat("😀", 70)) }, 1));
        Assert.Equal(string.Concat(Enumerable.Repeat("😀", 63)), ModelReader.Read(ModelWriter.ToBytes(pairs), "memory").Ngrams!.Decode()[0].Text);
    }
}
