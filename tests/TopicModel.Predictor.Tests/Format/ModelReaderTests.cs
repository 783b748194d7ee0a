using System.Buffers.Binary;
using System.Text;
using System.Text.Json.Nodes;
using TopicModel.Format;
using TopicModel.Models;
using TopicModel.Training.Format;

namespace TopicModel.Tests.Format;

public class ModelReaderTests
{
    private static readonly byte[] Good = ModelWriter.ToBytes(TestModels.Model(ClassifierKind.Multiclass));
    private static readonly byte[] Passages = ModelWriter.ToBytes(TestModels.Model(ClassifierKind.Passages));

    private static string Problem(byte[] file)
    {
        InvalidModelException exception = Assert.Throws<InvalidModelException>(() => ModelReader.Read(file, "x.tmodel"));
        Assert.Equal(("x.tmodel", "x.tmodel: " + exception.Problem), (exception.ModelSource, exception.Message));
        return exception.Problem;
    }

    private static byte[] Patched(int offset, params byte[] bytes)
    {
        byte[] file = [.. Good];
        bytes.CopyTo(file, offset);
        return file;
    }

    [Fact]
    public void Header_WhenWrong_SaysWhatItIs()
    {
        Assert.Equal("the file is empty", Problem([]));
        Assert.Equal("this is not a TopicModel file (it does not start with TMODEL)", Problem(Encoding.UTF8.GetBytes("{\"a\": 1}")));
        Assert.Equal("this is not a TopicModel file (it does not start with TMODEL)", Problem(Encoding.UTF8.GetBytes("TMODEL\n\0\0")));
        Assert.Equal("the file is cut short: 10 bytes, the header alone has 24", Problem(Good[..10]));
        Assert.Equal("the file is cut short in the section table: 100 bytes", Problem(Good[..100]));
        Assert.Equal("the file has format version 3, this library reads version 2; update TopicModel.Predictor", Problem(Patched(8, 3)));
        Assert.Equal("the file has format version 1, this library reads version 2; train the model again", Problem(Patched(8, 1)));
        Assert.Equal("the file has format version 0, this library reads version 2; train the model again", Problem(Patched(8, 0)));
        Assert.Equal("the header has 0 sections, 1 to 64 were expected", Problem(Patched(12, 0)));
        Assert.Equal("the header has 4294967295 sections, 1 to 64 were expected", Problem(Patched(12, 255, 255, 255, 255)));
        Assert.StartsWith("the section table is damaged: checksum ", Problem(Patched(30, 1)));
    }

    [Fact]
    public void Sections_WhenDamaged_AreNamed()
    {
        long weights = BinaryPrimitives.ReadInt64LittleEndian(Good.AsSpan(24 + 6 * 32 + 8));
        Assert.Matches("^section WEIGHTS is damaged: checksum [0-9a-f]{8}, expected [0-9a-f]{8}$", Problem(Patched((int)weights, 99)));
        Assert.Matches($"^the file is cut short in section NGRAMS: it has {Good.Length - 1} bytes, the section needs {Good.Length}$", Problem(Good[..^1]));
        foreach (string tag in new[] { "MANIFEST", "BUCKETS", "PRINTS", "IDF", "ROWS", "MASKS", "WEIGHTS", "OUTPUTS" })
            Assert.StartsWith($"section {tag} is missing; there are ", Problem(ModelBytes.File([.. ModelBytes.Sections(Good).Where(section => section.Tag != tag)])));
        Assert.Equal("section IDF is there twice", Problem(ModelBytes.File([.. ModelBytes.Sections(Good), ("IDF", [])])));
        byte[] shifted = Patched(24 + 32 + 8, (byte)(Good[24 + 32 + 8] + 4));
        ModelBytes.FixChecksums(shifted);
        Assert.Matches("^section BUCKETS starts at [0-9]+, a multiple of 64 was expected$", Problem(shifted));
        Assert.Equal("sections MANIFEST and BUCKETS overlap", Problem(Moved(section: 1, to: BinaryPrimitives.ReadInt64LittleEndian(Good.AsSpan(24 + 8)))));
        Assert.Equal("section BUCKETS starts at 64, inside the section table", Problem(Moved(section: 1, to: 64)));
    }

    /// <summary>The file with a section's bytes taken from elsewhere in it.</summary>
    private static byte[] Moved(int section, long to)
    {
        byte[] file = [.. Good];
        BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(24 + section * 32 + 8), to);
        ModelBytes.FixChecksums(file);
        return file;
    }

    [Fact]
    public void Counts_WhenTheyDoNotFit_AreBothSaid()
    {
        string With(string tag, Func<byte[], byte[]> change) => Problem(ModelBytes.With(Good, tag, change));
        Assert.Equal("sections BUCKETS, PRINTS, IDF: 7 fingerprints but 6 inverse document frequencies", With("IDF", bytes => bytes[..^1]));
        Assert.Equal("sections BUCKETS, PRINTS, IDF: buckets do not start at 0 and end at 6, the number of features", With("PRINTS", bytes => bytes[..^4]));
        Assert.Equal("section PRINTS has 27 bytes, a multiple of 4 was expected", With("PRINTS", bytes => bytes[..^1]));
        Assert.Equal("section OUTPUTS has 2 outputs, 3 were expected", With("OUTPUTS", bytes => bytes[..^8]));
        Assert.Equal("sections ROWS, MASKS, WEIGHTS: 17 weights, the masks have 18", With("WEIGHTS", bytes => bytes[..^1]));
        Assert.Equal("sections ROWS, MASKS, WEIGHTS: weight 1 is 0", With("WEIGHTS", bytes => [bytes[0], 0, .. bytes[2..]]));
        Assert.Equal("sections ROWS, MASKS, WEIGHTS: weight 1 is -128", With("WEIGHTS", bytes => [bytes[0], 128, .. bytes[2..]]));
        Assert.Equal("sections ROWS, MASKS, WEIGHTS: row start 1 is 18, 21 weights are before it", With("MASKS", bytes => [.. bytes, 7]));
        Assert.Equal("sections ROWS, MASKS, WEIGHTS: 3 row starts for 7 features, 2 were expected", With("ROWS", bytes => [.. bytes, 0, 0, 0, 0]));
        Assert.Equal("sections ROWS, MASKS, WEIGHTS: feature 0 has a weight for an output above 2", Problem(ModelBytes.With(ModelBytes.With(Good, "MASKS", bytes => [15, .. bytes[1..]]), "MASKS", bytes => FewerBits(bytes))));
        Assert.Matches("^section NGRAMS: n-gram 6 is cut short$", With("NGRAMS", bytes => bytes[..^1]));
        Assert.Equal("section NGRAMS: n-gram 7 is of feature 6, above 6 and below 7 was expected", With("NGRAMS", bytes => [.. bytes, 6, 0, 0, 0, 0]));
        Assert.Equal("section NGRAMS: n-gram 7 is of feature 7, above 6 and below 7 was expected", With("NGRAMS", bytes => [.. bytes, 7, 0, 0, 0, 0]));
    }

    /// <summary>Masks with a bit less behind the first, so that there are as many weights as before.</summary>
    private static byte[] FewerBits(byte[] masks)
    {
        int last = Array.FindLastIndex(masks, mask => mask != 0);
        return [.. masks[..last], (byte)(masks[last] & masks[last] - 1), .. masks[(last + 1)..]];
    }

    [Theory]
    [InlineData(float.PositiveInfinity, 1f, "∞|Infinity", "1")]
    [InlineData(float.NaN, 1f, "NaN", "1")]
    [InlineData(1f, 3e38f, "1", "3E\\+38")]
    [InlineData(1f, -1f, "1", "-1")]
    public void Outputs_OutOfRange_AreNamed(float bias, float scale, string saidBias, string saidScale) =>
        Assert.Matches($"^section OUTPUTS has bias ({saidBias}) and scale ({saidScale}) at index 1, sizes of at most 1E\\+30 were expected$",
            Problem(ModelBytes.With(Good, "OUTPUTS", bytes => [.. bytes[..8], .. BitConverter.GetBytes(bias), .. BitConverter.GetBytes(scale), .. bytes[16..]])));

    [Theory]
    [InlineData("\"labels\":[\"\\u0111\\u1EA3ng\"", "\"labels\":[null", "labels are missing or null")]
    [InlineData("\"labels\":[\"\\u0111\\u1EA3ng\"", "\"labels\":[\"d\\u00E2n\"", "a label is repeated")]
    [InlineData("\"kind\":\"multiclass\"", "\"kind\":\"binary\"", "kind Binary has 3 labels, 1 was expected")]
    [InlineData("\"kind\":\"multiclass\"", "\"kind\":99", "kind 99 is not known")]
    [InlineData("\"textFields\":[\"title\",\"lead\",\"body\"]", "\"textFields\":[]", "there are no text fields")]
    [InlineData("\"textFields\":[\"title\",\"lead\",\"body\"]", "\"textFields\":[null]", "textFields are missing or null")]
    [InlineData("\"textFields\":[\"title\",\"lead\",\"body\"]", "\"textFields\":[\"a\",\"a\"]", "a field is repeated")]
    [InlineData("\"sentenceFields\":[]", "\"sentenceFields\":[\"x\"]", "a sentence field is not a text field")]
    [InlineData("\"sentenceFields\":[]", "\"sentenceFields\":[null]", "sentenceFields are missing or null")]
    [InlineData("\"link\":\"softmax\"", "\"link\":\"magic\"", "link 'magic' is neither softmax nor sigmoid")]
    [InlineData("\"offsets\":[-0,", "\"offsets\":[", "offsets are not 3 finite numbers")]
    [InlineData("\"slopes\":[2,", "\"slopes\":[1e300,", "slopes are not 3 finite numbers")]
    [InlineData("\"thresholds\":[]", "\"thresholds\":[1]", "thresholds are not 0 finite numbers")]
    [InlineData("\"thresholds\":[]", "\"thresholds\":[],\"prevalence\":{\"a\":1}", "the prevalence of label 'a' is 1, above 0 and below 1 was expected")]
    [InlineData("\"words\":{\"min\":1,\"max\":2}", "\"words\":{\"min\":0,\"max\":2}", "words n-grams of orders 0-2 are not between 1 and 8")]
    [InlineData("\"words\":{\"min\":1,\"max\":2}", "\"words\":{\"min\":1,\"max\":2000000000}", "words n-grams of orders 1-2000000000 are not between 1 and 8")]
    [InlineData("\"words\":{\"min\":1,\"max\":2}", "\"words\":{}", "words n-grams of orders 0-0 are not between 1 and 8")]
    [InlineData("\"chars\":null", "\"chars\":{\"min\":3,\"max\":2}", "chars n-grams of orders 3-2 are not between 1 and 8")]
    [InlineData("\"minDocumentFrequency\":2", "\"minDocumentFrequency\":-2", "minDocumentFrequency is -2, 1 or more was expected")]
    [InlineData("\"maxFeatures\":null", "\"maxFeatures\":0", "maxFeatures is 0, 1 or more was expected")]
    [InlineData("\"weighting\":\"tfidf\"", "\"weighting\":7", "weighting 7 is not known")]
    [InlineData("\"fieldWeights\":{}", "\"fieldWeights\":{\"body\":0}", "the weight of field 'body' is 0, above 0 and at most 100 was expected")]
    [InlineData("\"trainerOptions\":{\"B\":\"2\"", "\"trainerOptions\":{\"B\":null", "trainerOptions are missing or null")]
    [InlineData("\"trainingDocuments\":12", "\"trainingDocuments\":-1", "trainingDocuments is -1, 0 or more was expected")]
    [InlineData("\"name\":\"topic\"", "\"name\":\"\"", "the name is missing")]
    [InlineData("\"document\":null", "\"document\":{\"weights\":[1,1,1,1,1,1],\"bias\":0,\"threshold\":0}", "only passages have a document rule")]
    public void Manifest_WhenItMakesNoSense_SaysWhere(string from, string to, string problem)
    {
        byte[] file = ModelBytes.WithManifest(Good, json =>
        {
            Assert.Contains(from, json);
            return json.Replace(from, to);
        });
        Assert.Equal("section MANIFEST: " + problem, Problem(file));
    }

    [Theory]
    [InlineData("\"weights\":[1,0.5,", "\"weights\":[1,", "section MANIFEST: weights of the document rule are not 6 finite numbers")]
    [InlineData("\"sentenceFields\":[\"body\"]", "\"sentenceFields\":[]", "section MANIFEST: there are no sentence fields")]
    [InlineData("\"link\":\"sigmoid\"", "\"link\":\"softmax\"", "section MANIFEST: link softmax does not go with kind Passages")]
    public void PassagesManifest_WhenItMakesNoSense_SaysWhere(string from, string to, string problem) =>
        Assert.Equal(problem, Problem(ModelBytes.WithManifest(Passages, json => json.Replace(from, to))));

    [Theory]
    [InlineData("null", "section MANIFEST is not as expected: the manifest is null")]
    [InlineData("[]", "section MANIFEST is not as expected: the manifest has a value of kind Array, Object was expected")]
    [InlineData("{\"kind\":\"other\"}", "section MANIFEST is not as expected: kind is 'other', one of binary, multiclass, multilabel, passages was expected")]
    [InlineData("", "section MANIFEST is not as expected: ")]
    [InlineData("[1", "section MANIFEST is not as expected: ")]
    [InlineData("{}", "section MANIFEST is not as expected: ")]
    [InlineData("{\"name\":\"\\ud800\"}", "section MANIFEST is not as expected: ")]
    public void Manifest_WhenItIsNoManifest_SaysSo(string json, string problem) =>
        Assert.StartsWith(problem, Problem(ModelBytes.WithManifest(Good, _ => json)));

    [Fact]
    public void Manifest_WithEveryPropertyNullOrMissing_IsRefusedOrWorks()
    {
        foreach (byte[] good in new[] { Good, Passages })
        {
            var manifest = JsonNode.Parse(ModelBytes.Sections(good)[0].Bytes)!.AsObject();
            foreach ((JsonObject parent, string key) in Properties(manifest).ToList())
                foreach (JsonNode? value in new JsonNode?[] { null, -1, 1e308, "x", new JsonArray(), new JsonObject() })
                {
                    JsonNode? before = parent[key]?.DeepClone();
                    parent[key] = value;
                    TryRead(ModelBytes.WithManifest(good, _ => manifest.ToJsonString()));
                    parent.Remove(key);
                    TryRead(ModelBytes.WithManifest(good, _ => manifest.ToJsonString()));
                    parent[key] = before;
                }
        }
    }

    private static IEnumerable<(JsonObject Parent, string Key)> Properties(JsonObject parent) =>
        parent.SelectMany(property => property.Value is JsonObject child ? Properties(child).Append((parent, property.Key)) : [(parent, property.Key)]);

    [Fact]
    public void EveryBitFlipOfTheContents_IsRefused()
    {
        int contents = 24 + 9 * 32;
        (int Offset, int End)[] used = [.. Enumerable.Range(0, 9).Select(i => ((int)BinaryPrimitives.ReadInt64LittleEndian(Good.AsSpan(32 + 32 * i)), (int)BinaryPrimitives.ReadInt64LittleEndian(Good.AsSpan(40 + 32 * i)))).Select(entry => (entry.Item1, entry.Item1 + entry.Item2))];
        foreach (int position in Enumerable.Range(0, 20).Concat(Enumerable.Range(24, contents - 24)).Concat(used.SelectMany(section => Enumerable.Range(section.Offset, section.End - section.Offset))))
            Assert.Throws<InvalidModelException>(() => ModelReader.Read(Patched(position, (byte)(Good[position] ^ 1 << position % 8)), "x"));
    }

    /// <summary>Reads and, if that works, uses a model; no exception but that of a bad model gets through.</summary>
    private static bool TryRead(byte[] file)
    {
        TextModel model;
        try
        {
            model = ModelReader.Read(file, "x");
        }
        catch (InvalidModelException)
        {
            return false;
        }
        const string text = "Đảng hội đàm, nhân dân là hữu nghị.\nMột là, cần thương mại.";
        if (model.Manifest.Kind == ClassifierKind.Passages)
        {
            Assert.InRange(new TaskListDetector(model).Detect(text).Probability, 0, 1);
            return true;
        }
        var classifier = new TopicClassifier(model);
        Assert.All(classifier.Predict(text).Scores.Values, value => Assert.InRange(value, 0, 1));
        Assert.NotNull(classifier.Explain(text).Spans);
        return true;
    }

    [Fact]
    public void Load_AMissingFile_IsNotFound()
    {
        foreach (string path in new[] { "/nowhere/x.tmodel", Path.Combine(Path.GetTempPath(), "nowhere.tmodel"), Path.GetTempPath() })
        {
            FileNotFoundException exception = Assert.Throws<FileNotFoundException>(() => ModelReader.Load(path));
            Assert.Equal((path, $"Could not find file '{path}'."), (exception.FileName, exception.Message));
        }
    }
}
