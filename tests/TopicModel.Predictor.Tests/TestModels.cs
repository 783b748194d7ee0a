using TopicModel.Features;
using TopicModel.Format;
using TopicModel.Models;
using TopicModel.Training.Format;

namespace TopicModel.Tests;

/// <summary>Small models made by hand.</summary>
internal static class TestModels
{
    /// <summary>A manifest that is valid for the given number of labels.</summary>
    public static ModelManifest Manifest(ClassifierKind kind, string[] labels, FeatureOptions? features = null, string[]? textFields = null) => new()
    {
        Name = "topic",
        Kind = kind,
        Labels = labels,
        NegativeLabel = kind == ClassifierKind.Binary ? "không" : "",
        LabelField = "label",
        TextFields = textFields ?? ["title", "lead", "body"],
        SentenceFields = kind == ClassifierKind.Passages ? ["body"] : [],
        Features = features ?? new FeatureOptions(),
        Trainer = "LinearSvm",
        TrainerOptions = new Dictionary<string, string> { ["c"] = "1", ["B"] = "2", ["a"] = "đ" },
        Link = kind == ClassifierKind.Multiclass ? "softmax" : "sigmoid",
        Calibrated = true,
        Slopes = [.. labels.Select((_, i) => 2 + i / 3.0)],
        Offsets = [.. labels.Select((_, i) => -0.25 * i)],
        Thresholds = kind == ClassifierKind.Multiclass ? [] : [.. labels.Select(_ => 0.5)],
        Document = kind == ClassifierKind.Passages ? new DocumentRule([1, 0.5, 0.25, 0.5, 1, 0], -0.5, 0.5) : null,
        TrainingDocuments = 12,
        DataFingerprint = "0123456789abcdef",
        TestMetrics = new Dictionary<string, double> { ["microF1"] = 0.9, ["accuracy"] = 1.0 / 3 },
        ToolVersion = "0.1.0",
    };

    /// <summary>A classifier in which every word or pair of words of <paramref name="weights"/> has a weight for each label.</summary>
    public static TextModel Model(ModelManifest manifest, params (string Ngram, float[] Weights)[] weights)
    {
        (ulong Hash, string Ngram, float[] Weights)[] features = [.. weights.Select(entry => (Hash(entry.Ngram), entry.Ngram, entry.Weights)).OrderBy(entry => entry.Item1)];
        float[] biases = [.. manifest.Labels.Select((_, i) => -0.1f * i)];
        return new TextModel(manifest,
            VocabularyLayout.Of([.. features.Select(feature => feature.Hash)], [.. features.Select((_, i) => (byte)(16 + i * 2))], []),
            Linear([.. features.SelectMany(feature => feature.Weights)], biases),
            NgramTextsLayout.Of(features.Select((feature, i) => (i, feature.Ngram)).ToDictionary(), features.Length));
    }

    /// <summary>A linear model whose weights, [feature * outputs + output], are rounded as those of a file.</summary>
    public static LinearModel Linear(float[] weights, float[] biases)
    {
        int outputs = biases.Length;
        float[] most = [.. biases.Select((_, output) => weights.Where((_, i) => i % outputs == output).Append(0).Max(Math.Abs))];
        sbyte[] codes = [.. weights.Select((weight, i) => (sbyte)(weight == 0 ? 0 : Math.Sign(weight) * Math.Round(Math.Sqrt(Math.Abs(weight) / most[i % outputs]) * 127)))];
        return LinearLayout.Of([.. Enumerable.Range(0, weights.Length / outputs)], codes, [.. biases.Select((bias, output) => new OutputScale(bias, most[output] / (127 * 127)))]);
    }

    /// <summary>A model of the given kind that knows a few words of foreign affairs.</summary>
    public static TextModel Model(ClassifierKind kind, FeatureOptions? features = null)
    {
        string[] labels = kind is ClassifierKind.Binary or ClassifierKind.Passages ? ["có"] : ["đảng", "dân", "kinh tế"];
        float[] Row(params float[] row) => row[..labels.Length];
        return Model(Manifest(kind, labels, features), ("đảng", Row(3, -1, -1)), ("nhân dân", Row(-1, 3, -1)), ("thương mại", Row(-1.5f, -1, 3)),
            ("hội đàm", Row(1, 0.5f, 0)), ("cần", Row(2.5f, 0, 0)), ("là", Row(0.5f, 0.1f, 0.2f)), ("hữu nghị", Row(0.5f, 2, -0.5f)));
    }

    /// <summary>The same under another name.</summary>
    public static TextModel Named(string name, ClassifierKind kind, FeatureOptions? features = null)
    {
        TextModel model = Model(kind, features);
        return new TextModel(model.Manifest with { Name = name }, model.Vocabulary, model.Linear, model.Ngrams);
    }

    /// <summary>The feature of a word n-gram.</summary>
    public static ulong Hash(string ngram)
    {
        string[] tokens = Tokens.Of(ngram);
        ulong hash = FeatureHash.Units(tokens[0]);
        foreach (string token in tokens[1..]) hash = FeatureHash.Join(hash, FeatureHash.Units(token));
        return FeatureHash.InBlock(hash, FeatureBlock.Words);
    }
}
