using System.Text.Json;
using TopicModel.Cli.Configuration;
using TopicModel.Training;

namespace TopicModel.Cli.Tests;

/// <summary>A folder with labelled articles and models of every kind that were trained on them.</summary>
public sealed class ModelsFixture : IDisposable
{
    public const string Collection = "models";

    private static readonly string[] Economy = ["xuất khẩu gạo", "hiệp định thương mại", "thuế quan", "đầu tư nước ngoài"];
    private static readonly string[] Sports = ["trận bóng đá", "huy chương vàng", "đội tuyển", "vận động viên"];
    private static readonly string[] Tasks = ["Một là, cần rà soát quy định.", "Hai là, cần tăng cường kiểm tra.", "Yêu cầu các bộ phải báo cáo."];

    private readonly TempFolder _folder = new();

    public ModelsFixture()
    {
        _folder.Write("articles.jsonl", string.Concat(Enumerable.Range(0, 60).Select(Line)));
        _folder.Write("train.json", """
            { "data": { "train": ["articles.jsonl"], "holdout": 0, "fields": { "text": ["title", "body"] } },
              "classifiers": { "topic": { "kind": "multiclass", "label": "topic", "crossValidation": 2 }, "tags": { "kind": "multilabel", "label": "tags", "crossValidation": 2, "features": { "unaccented": true } },
                               "urgent": { "kind": "binary", "label": "urgent", "crossValidation": 2 }, "tasks": { "kind": "passages", "label": "tasks", "crossValidation": 2 } } }
            """);
        SessionSpec spec = SessionSpecFactory.Create(ConfigLoader.Load(_folder["train.json"], []));
        using SessionResult result = new TrainingSession(spec, new TrainingContext(42, 2, "0.0.0")).Run();
        result.Files.Commit();
    }

    public string Folder => _folder.Path;

    public string Models => _folder["models"];

    public string Articles => _folder["articles.jsonl"];

    public string Write(string file, string text) => _folder.Write(file, text);

    public void Dispose() => _folder.Dispose();

    private static string Line(int i)
    {
        bool economy = i % 2 == 0, hasTasks = i % 3 == 0;
        string[] words = economy ? Economy : Sports;
        string body = $"Hôm nay {words[i % 4]} và {words[(i + 1) % 4]} được nhắc đến {(i % 4 < 2 ? "khẩn cấp" : "bình thường")}.";
        var article = new
        {
            id = $"a{i}",
            title = $"Tin số {i}: {words[(i + 2) % 4]}",
            body = hasTasks ? $"{body}\n{string.Join('\n', Tasks)}" : body,
            topic = economy ? "economy" : "sports",
            tags = economy && i % 4 < 2 ? ["economy", "hot"] : economy ? new[] { "economy" } : [],
            urgent = i % 4 < 2,
            tasks = hasTasks ? Tasks : [],
            source = new { page = i },
        };
        return JsonSerializer.Serialize(article) + "\n";
    }
}

/// <summary>Tests that share the models.</summary>
[CollectionDefinition(ModelsFixture.Collection)]
public sealed class ModelsGroup : ICollectionFixture<ModelsFixture>;
