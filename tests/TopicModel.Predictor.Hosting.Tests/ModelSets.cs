using System.Text.Json;

namespace TopicModel.Hosting.Tests;

/// <summary>
/// Two sets of models of the same names, trained by the console: all labels of the first begin with "a-", all of the second with "b-", so an
/// answer of one mixed with an answer of the other is seen.
/// </summary>
public sealed class ModelSets : IDisposable
{
    public const string Collection = "model sets";

    private static readonly string[] Economy = ["xuất khẩu gạo", "hiệp định thương mại", "thuế quan", "đầu tư nước ngoài"];
    private static readonly string[] Sports = ["trận bóng đá", "huy chương vàng", "đội tuyển", "vận động viên"];
    private static readonly string[] Tasks = ["Một là, cần rà soát quy định.", "Hai là, cần tăng cường kiểm tra."];

    private readonly TempFolder _folder = new();

    public ModelSets() => (First, Second) = (Train("a"), Train("b"));

    /// <summary>The files of the first set: theme, stance and task-list.</summary>
    public IReadOnlyList<string> First { get; }

    /// <summary>The files of the second set, with the same names.</summary>
    public IReadOnlyList<string> Second { get; }

    /// <summary>Articles to ask both sets about.</summary>
    public static IReadOnlyList<Article> Articles { get; } =
        [.. Enumerable.Range(0, 8).Select(i => new Article { Title = $"Tin {i}: {Economy[i % 4]}", Body = $"{Sports[i % 3]} và {Economy[(i + 1) % 4]}. {Tasks[i % 2]}" })];

    /// <summary>Puts a set into a folder as the console does: each file is written beside its place and moved there, one after the other.</summary>
    public static void Put(IEnumerable<string> set, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (string file in set)
        {
            string target = Path.Combine(folder, Path.GetFileName(file)), temporary = target + ".tmp";
            File.Copy(file, temporary, overwrite: true);
            File.Move(temporary, target, overwrite: true);
        }
    }

    /// <summary>Everything that an analysis says.</summary>
    public static string Text(ArticleAnalysis analysis) =>
        string.Join("; ", analysis.Predictions.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key} {entry.Value} {entry.Value.Scores}").Concat(analysis.TaskLists.Select(entry => $"{entry.Key} {entry.Value.Probability:R}")));

    /// <summary>What the files of a set say of <see cref="Articles"/>, asked without any hosting.</summary>
    public static IReadOnlyList<string> Expected(IReadOnlyList<string> set)
    {
        using ArticleAnalyzer analyzer = ArticleAnalyzer.Load(Path.GetDirectoryName(set[0])!);
        return [.. Articles.Select(article => Text(analyzer.Analyze(article)))];
    }

    /// <summary>Runs "topicmodel train" in a folder that has articles.</summary>
    public static void RunTraining(string folder)
    {
        ConsoleResult result = ConsoleProcess.Run(folder, ["train", "--quiet"]);
        Assert.True(result.ExitCode == 0, result.Error);
    }

    /// <summary>Writes a train.json and articles whose labels begin with a letter.</summary>
    internal static void WriteTrainingData(TempFolder folder, string name, string prefix)
    {
        folder.Write(Path.Combine(name, "articles.jsonl"), string.Concat(Enumerable.Range(0, 40).Select(i => Line(i, prefix))));
        folder.Write(Path.Combine(name, "train.json"), """
            { "data": { "train": ["articles.jsonl"], "holdout": 0, "fields": { "text": ["title", "lead", "body"] } },
              "classifiers": { "theme": { "kind": "multilabel", "label": "themes", "crossValidation": 2 }, "stance": { "kind": "multiclass", "label": "stance", "crossValidation": 2 },
                               "task-list": { "kind": "passages", "label": "tasks", "crossValidation": 2 } } }
            """);
    }

    public void Dispose() => _folder.Dispose();

    private string[] Train(string prefix)
    {
        WriteTrainingData(_folder, prefix, prefix);
        RunTraining(_folder[prefix]);
        return [.. Directory.GetFiles(_folder[Path.Combine(prefix, "models")], "*.tmodel").Order(StringComparer.Ordinal)];
    }

    private static string Line(int i, string prefix)
    {
        bool economy = i % 2 == 0, hasTasks = i % 3 == 0;
        string[] words = economy ? Economy : Sports;
        string body = $"Hôm nay {words[i % 4]} và {words[(i + 1) % 4]} được {(i % 4 < 2 ? "hoan nghênh" : "nhắc đến")}.";
        var article = new
        {
            title = $"Tin số {i}: {words[(i + 2) % 4]}",
            lead = "",
            body = hasTasks ? $"{body}\n{string.Join('\n', Tasks)}" : body,
            themes = new[] { $"{prefix}-{(economy ? "economy" : "sports")}" },
            stance = $"{prefix}-{(i % 4 < 2 ? "favor" : "neutral")}",
            tasks = hasTasks ? Tasks : [],
        };
        return JsonSerializer.Serialize(article) + "\n";
    }
}

/// <summary>Tests that share the models.</summary>
[CollectionDefinition(ModelSets.Collection)]
public sealed class ModelSetsGroup : ICollectionFixture<ModelSets>;
