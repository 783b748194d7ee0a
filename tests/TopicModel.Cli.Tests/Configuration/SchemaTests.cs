using System.Text.Json.Nodes;
using TopicModel.Cli.Configuration;
using TopicModel.Features;
using TopicModel.Training.Trainers;

namespace TopicModel.Cli.Tests.Configuration;

/// <summary>docs/train.schema.json says what the loader does: the same keys, defaults, names and limits.</summary>
public sealed class SchemaTests : IDisposable
{
    private static readonly JsonNode Schema = JsonNode.Parse(File.ReadAllText(Repository.PathOf("docs", "train.schema.json")))!;

    private static readonly JsonNode Classifier = Schema["$defs"]!["classifier"]!, Features = Schema["$defs"]!["features"]!;

    private readonly ConfigFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void Keys_AreThoseOfTheLoader()
    {
        AssertKeys(ConfigKeys.Root, Schema);
        AssertKeys(ConfigKeys.Data, Schema["properties"]!["data"]!);
        AssertKeys(ConfigKeys.Fields, Schema["properties"]!["data"]!["properties"]!["fields"]!);
        AssertKeys(ConfigKeys.Output, Schema["properties"]!["output"]!);
        AssertKeys(ConfigKeys.Classifier, Classifier);
        AssertKeys(ConfigKeys.Features, Features);
        foreach (TrainerDescription trainer in TrainerCatalog.Trainers)
            AssertKeys([ConfigKeys.TrainerName, .. trainer.Options.Select(option => option.Key)], Schema["$defs"]![trainer.Name]!);
    }

    [Fact]
    public void Names_AreThoseOfTheLoader()
    {
        Assert.Equal(ConfigKeys.Kinds.Keys, Texts(Classifier["properties"]!["kind"]!["enum"]!));
        Assert.Equal(ConfigKeys.Weightings.Keys, Texts(Features["properties"]!["weighting"]!["enum"]!));
        Assert.Equal([ClassifierConfig.NativeEngine], Texts(Classifier["properties"]!["engine"]!["enum"]!));
        JsonArray trainers = Classifier["properties"]!["trainer"]!["anyOf"]!.AsArray();
        Assert.Equal(TrainerCatalog.Trainers.Select(trainer => trainer.Name), Texts(trainers[0]!["enum"]!));
        Assert.Equal(TrainerCatalog.Trainers.Select(trainer => $"#/$defs/{trainer.Name}"), trainers.Skip(1).Select(trainer => trainer!["$ref"]!.GetValue<string>()));
        Assert.All(TrainerCatalog.Trainers, trainer => Assert.Equal(trainer.Name, Schema["$defs"]![trainer.Name]!["properties"]!["name"]!["const"]!.GetValue<string>()));
    }

    [Fact]
    public void Defaults_AreThoseOfTheLoader()
    {
        var data = new DataConfig();
        var output = new OutputConfig();
        var features = new FeatureOptions();
        JsonNode root = Schema["properties"]!, fields = root["data"]!["properties"]!["fields"]!["properties"]!;
        TrainConfig config = _fixture.Load($"{{ {ConfigFixture.Data}, {ConfigFixture.Classifiers} }}");
        AssertDefault(config.Seed, root["seed"]!);
        AssertDefault(config.Threads, root["threads"]!);
        AssertDefault(data.Holdout, root["data"]!["properties"]!["holdout"]!);
        AssertDefault(data.CheckedLabels, root["data"]!["properties"]!["checkedLabels"]!);
        AssertDefault(data.Test, root["data"]!["properties"]!["test"]!);
        AssertDefault(data.Fields.Id, fields["id"]!);
        AssertDefault(data.Fields.Text, fields["text"]!);
        AssertDefault(output.Models, root["output"]!["properties"]!["models"]!);
        AssertDefault(output.Reports, root["output"]!["properties"]!["reports"]!);
        AssertDefault(new[] { features.Words!.Value.Min, features.Words!.Value.Max }, Features["properties"]!["words"]!);
        AssertDefault(features.Chars, Features["properties"]!["chars"]!);
        AssertDefault(features.Unaccented, Features["properties"]!["unaccented"]!);
        AssertDefault(features.MinDocumentFrequency, Features["properties"]!["minDocumentFrequency"]!);
        AssertDefault(features.MaxFeatures, Features["properties"]!["maxFeatures"]!);
        AssertDefault(ConfigKeys.NameOf(features.Weighting), Features["properties"]!["weighting"]!);
        AssertDefault(features.Clean, Features["properties"]!["clean"]!);
        AssertDefault(features.FieldWeights, Features["properties"]!["fieldWeights"]!);
        AssertDefault(config.Classifiers[0].Engine, Classifier["properties"]!["engine"]!);
        AssertDefault(config.Classifiers[0].Positive, Classifier["properties"]!["positive"]!);
        AssertDefault(config.Classifiers[0].ClassWeights, Classifier["properties"]!["classWeights"]!);
        AssertDefault(config.Classifiers[0].Prevalence, Classifier["properties"]!["prevalence"]!);
        AssertDefault(config.Classifiers[0].CrossValidation, Classifier["properties"]!["crossValidation"]!);
        AssertDefault(config.Classifiers[0].Prune, Classifier["properties"]!["prune"]!);
        AssertDefault(config.Classifiers[0].Trainer.Name, Schema["$defs"]!["LinearSvm"]!["properties"]!["name"]!);
    }

    [Fact]
    public void TrainerOptions_HaveTheDefaultsAndRangesOfTheTrainers()
    {
        foreach (TrainerDescription trainer in TrainerCatalog.Trainers)
            foreach (OptionDescription option in trainer.Options)
            {
                JsonNode schema = Schema["$defs"]![trainer.Name]!["properties"]![option.Key]!;
                Assert.Equal(option.Default, schema["default"]!.ToJsonString());
                Assert.Equal(option.Range.IsWhole ? "integer" : "number", schema["type"]!.GetValue<string>());
                Assert.Equal(option.Range.Minimum, schema[option.Range.IsMinimumExcluded ? "exclusiveMinimum" : "minimum"]!.GetValue<double>());
                Assert.Equal(option.Range.Maximum, schema["maximum"]!.GetValue<double>());
            }
    }

    [Theory]
    [InlineData("seed", "properties/seed")]
    [InlineData("threads", "properties/threads")]
    [InlineData("data.holdout", "properties/data/properties/holdout")]
    [InlineData("classifiers.topic.prune", "$defs/classifier/properties/prune")]
    [InlineData("classifiers.topic.crossValidation", "$defs/classifier/properties/crossValidation/anyOf/1")]
    [InlineData("classifiers.topic.features.minDocumentFrequency", "$defs/features/properties/minDocumentFrequency")]
    [InlineData("classifiers.topic.features.maxFeatures", "$defs/features/properties/maxFeatures")]
    [InlineData("classifiers.topic.features.fieldWeights.text", "$defs/features/properties/fieldWeights/additionalProperties")]
    [InlineData("classifiers.topic.prevalence.a", "$defs/classifier/properties/prevalence/additionalProperties")]
    [InlineData("classifiers.topic.classWeights.a", "$defs/classifier/properties/classWeights/anyOf/2/additionalProperties")]
    public void Limits_AreThoseOfTheLoader(string key, string path)
    {
        JsonNode schema = path.Split('/').Aggregate(Schema, (node, part) => node is JsonArray list ? list[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)]! : node[part]!);
        Assert.True(schema["minimum"] is not null || schema["exclusiveMinimum"] is not null || schema["maximum"] is not null, path);
        if (schema["minimum"]?.GetValue<double>() is { } least) Assert.Equal((true, false), (Accepts(key, least), Accepts(key, least - 1)));
        if (schema["exclusiveMinimum"]?.GetValue<double>() is { } below) Assert.Equal((true, false), (Accepts(key, below + 0.001), Accepts(key, below)));
        if (schema["maximum"]?.GetValue<double>() is { } most) Assert.Equal((true, false), (Accepts(key, most), Accepts(key, most + 1)));
    }

    [Fact]
    public void TrainJson_OfTheRepository_Loads()
    {
        TrainConfig config = ConfigLoader.Load(Repository.PathOf("train.json"), []);
        Assert.Equal(["stance", "task-list", "theme"], config.Classifiers.Select(classifier => classifier.Name));
    }

    private static void AssertKeys(IEnumerable<string> keys, JsonNode schema)
    {
        Assert.Equal(keys.Order(StringComparer.Ordinal), schema["properties"]!.AsObject().Select(property => property.Key).Order(StringComparer.Ordinal));
        Assert.False(schema["additionalProperties"]!.GetValue<bool>());
        Assert.All(schema["properties"]!.AsObject(), property => Assert.True(property.Value!["description"] is not null || property.Value["$ref"] is not null, property.Key));
    }

    private static void AssertDefault(object? expected, JsonNode schema)
    {
        Assert.True(schema.AsObject().ContainsKey("default"));
        Assert.Equal(System.Text.Json.JsonSerializer.Serialize(expected), schema["default"]?.ToJsonString() ?? "null");
    }

    private static IEnumerable<string> Texts(JsonNode list) => list.AsArray().Select(item => item!.GetValue<string>());

    private bool Accepts(string key, double value)
    {
        try
        {
            _fixture.Load(ConfigFixture.WithClassifier(""" "engine": "native" """, "multilabel"), sets: [string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{key}={value}")]);
            return true;
        }
        catch (ConfigException)
        {
            return false;
        }
    }
}
