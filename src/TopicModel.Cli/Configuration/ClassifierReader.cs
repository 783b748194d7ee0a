using System.Text.Json;
using TopicModel.Features;
using TopicModel.Training.Fitting;
using TopicModel.Training.Trainers;

namespace TopicModel.Cli.Configuration;

/// <summary>Reads one classifier of train.json.</summary>
/// <param name="fields">Names of the documents' fields.</param>
internal sealed class ClassifierReader(FieldsConfig fields)
{
    /// <summary>Most folds that may be asked for.</summary>
    public const int MaxFolds = 20;

    /// <summary>Largest loss that may be allowed for pruning.</summary>
    public const double MaxPrune = 0.1;

    /// <summary>Reads and checks.</summary>
    /// <exception cref="ConfigException">The name or a value cannot be used.</exception>
    public ClassifierConfig Read(string name, ConfigNode node)
    {
        if (name.Length == 0 || !name.All(IsNameCharacter))
            throw node.Error($"cannot be a classifier: '{name}' must consist of the letters A to Z and a to z, digits, '-' and '_', because its model's file is named so");
        if (name == "id") throw node.Error("cannot be a classifier: what predict writes has a field 'id' already; give it another name");
        node.CheckKeys(ConfigKeys.Classifier);
        ClassifierKind kind = node["kind"].Choice(ConfigKeys.Kinds);
        var classifier = new ClassifierConfig
        {
            Name = name,
            Kind = kind,
            Label = ReadLabel(node["label"]),
            Positive = ReadPositive(node["positive"], kind),
            Engine = ReadEngine(node["engine"]),
            Features = FeatureReader.Read(node["features"], fields.Text),
            Trainer = ReadTrainer(node["trainer"]),
            ClassWeights = ReadClassWeights(node["classWeights"]),
            Prevalence = ReadPrevalence(node["prevalence"], kind),
            CrossValidation = ReadFolds(node["crossValidation"]),
            Prune = node["prune"].Entry is null ? Pruning.DefaultLoss : node["prune"].Number(loss => loss is >= 0 and <= MaxPrune, FormattableString.Invariant($"a number from 0 (no pruning) to {MaxPrune}")),
            LearningCurve = node["learningCurve"].Exists ? node["learningCurve"].Flag(defaultValue: true) : null,
            SentenceFields = ReadSentenceFields(node["sentenceFields"], kind),
        };
        CheckWeighting(node, classifier);
        if (classifier.Prevalence.Count > 0 && classifier.CrossValidation == 0)
            throw node["prevalence"].Error("is given, but crossValidation is 0, so that there are no probabilities to adapt; leave one of them out");
        return classifier;
    }

    /// <summary>Whether a character may be in the name of a classifier.</summary>
    public static bool IsNameCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '_';

    private string ReadLabel(ConfigNode node)
    {
        string label = node.Text("the name of a field");
        if (fields.Text.Contains(label)) throw node.Error($"is '{label}', which is a text field too (data.fields.text); the label must be a field of its own");
        if (label == fields.Id) throw node.Error($"is '{label}', which is the id field too (data.fields.id); the label must be a field of its own");
        return label;
    }

    private static string? ReadPositive(ConfigNode node, ClassifierKind kind)
    {
        if (!node.Exists) return null;
        string positive = node.Text("a value of the label field");
        return kind == ClassifierKind.Binary ? positive : throw node.Error($"is '{positive}'; only classifiers of kind binary have a positive value");
    }

    private static string ReadEngine(ConfigNode node)
    {
        string engine = node.Text($"'{ClassifierConfig.NativeEngine}'", ClassifierConfig.NativeEngine);
        if (engine == ClassifierConfig.NativeEngine) return engine;
        throw engine == "mlnet"
            ? node.Error($"is 'mlnet', but the Microsoft.ML package is not part of this build; '{ClassifierConfig.NativeEngine}' is the only engine here")
            : node.Expected($"'{ClassifierConfig.NativeEngine}'");
    }

    private static TrainerConfig ReadTrainer(ConfigNode whole)
    {
        (string? name, ConfigNode node) = whole.NameOrObject("the name of a trainer or an object");
        var trainer = new TrainerConfig
        {
            Name = node[ConfigKeys.TrainerName].Text("the name of a trainer", name ?? new TrainerConfig().Name),
            Options = node.Table(ReadOption, hasName: name is not null).Where(option => option.Key != ConfigKeys.TrainerName).ToDictionary(StringComparer.Ordinal),
        };
        try
        {
            TrainerCatalog.Create(trainer.Name, trainer.Options);
            return trainer;
        }
        catch (ArgumentException exception)
        {
            throw new ConfigException($"{node.Entry?.Place}: {node.Path}: {exception.Message}", exception);
        }
    }

    /// <summary>Log-count ratios scale the features differently in each class, which not every trainer can do.</summary>
    private static void CheckWeighting(ConfigNode node, ClassifierConfig classifier)
    {
        string[] able = [.. TrainerCatalog.Trainers.Where(trainer => trainer.UsesFeatureScales).Select(trainer => trainer.Name)];
        if (classifier.Features.Weighting == Weighting.LogCountRatio && !able.Contains(classifier.Trainer.Name))
            throw node["features"]["weighting"].Error($"is '{ConfigKeys.NameOf(Weighting.LogCountRatio)}', which {classifier.Trainer.Name} cannot use; trainers that can are {string.Join(", ", able)}");
    }

    /// <summary>The trainers read text, so that a number is the same from every source; true and false are written as in JSON.</summary>
    private static string ReadOption(ConfigNode node)
    {
        string? text = node.Entry?.As(JsonValueKind.Number, JsonValueKind.String, JsonValueKind.True, JsonValueKind.False);
        if (text is null) throw node.Expected("a number, a text, true or false");
        return bool.TryParse(text, out bool flag) ? (flag ? "true" : "false") : text;
    }

    private static ClassWeightsConfig? ReadClassWeights(ConfigNode node)
    {
        if (!node.Exists) return null;
        if (node.Entry is { IsScalar: true }) return node.Entry?.Text == "balanced" ? new ClassWeightsConfig { IsBalanced = true } : throw node.Expected("'balanced' or an object of labels with numbers");
        return new ClassWeightsConfig { Weights = node.Table(weight => weight.Number(number => number is > 0 and <= 1e6, "a number above 0 and at most 1000000")) };
    }

    private static Dictionary<string, double> ReadPrevalence(ConfigNode node, ClassifierKind kind)
    {
        if (!node.Exists) return [];
        if (kind == ClassifierKind.Multiclass) throw node.Error("is given; only classifiers of kind binary, multilabel and passages can be adapted to it");
        return node.Table(share => share.Number(number => number is > 0 and < 1, "a number above 0 and below 1")).ToDictionary(StringComparer.Ordinal);
    }

    private static int ReadFolds(ConfigNode node)
    {
        if (node.Entry is null) return ClassifierConfig.DefaultFolds;
        return (int)node.Number(folds => folds is 0 or (>= 2 and <= MaxFolds) && double.IsInteger(folds), $"0 (none) or a whole number from 2 to {MaxFolds}");
    }

    private string[] ReadSentenceFields(ConfigNode node, ClassifierKind kind)
    {
        if (kind != ClassifierKind.Passages)
            return node.Exists ? throw node.Error("is given; only classifiers of kind passages look for sentences") : [];
        string[] read = [.. node.Texts("a list of text fields", 1, [fields.Text[^1]])];
        node.CheckFields(read, fields.Text);
        return read;
    }
}
