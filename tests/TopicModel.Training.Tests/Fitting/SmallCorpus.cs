using System.Text.Json;
using TopicModel.Features;
using TopicModel.Training.Data;
using TopicModel.Training.Trainers;

namespace TopicModel.Training.Tests.Fitting;

/// <summary>Generated articles whose words tell their labels, with some noise: enough to train every kind of classifier on.</summary>
internal static class SmallCorpus
{
    private static readonly string[] Topics = ["thương mại xuất khẩu thuế quan", "hữu nghị nhân dân giao lưu", "đảng cộng sản hội đàm"];
    private static readonly string[] Filler = ["hôm nay", "tại Hà Nội", "đại biểu", "chương trình", "năm 2019", "các bên", "cho biết", "theo kế hoạch", "tiếp tục", "lần thứ ba"];

    public static readonly string[] TextFields = ["title", "body"];
    public static readonly string[] LabelFields = ["topic", "topics", "urgent", "tasks"];

    /// <summary>The documents, [label field] as in <see cref="LabelFields"/>.</summary>
    public static List<Document> Make(int count, int seed = 1)
    {
        var random = new DeterministicRandom(seed);
        var documents = new List<Document>(count);
        for (int i = 0; i < count; i++)
        {
            int topic = random.Next(Topics.Length), second = random.Next(4);
            bool urgent = random.Next(3) == 0, hasTasks = random.Next(2) == 0;
            string body = Sentence(Topics[topic], ref random) + "\n" + (second < 3 ? Sentence(Topics[second], ref random) + "\n" : "");
            if (urgent) body += "Tình hình khẩn cấp. ";
            string[] tasks = hasTasks ? [$"Một là, cần {Words(ref random)}.", $"Hai là, yêu cầu các bộ {Words(ref random)}."] : [];
            body += string.Join('\n', [.. tasks, $"Phóng viên đưa tin về {Words(ref random)}."]);
            string[] topics = second < 3 ? [.. new[] { $"t{topic}", $"t{second}" }.Distinct().Order(StringComparer.Ordinal)] : [$"t{topic}"];
            documents.Add(new Document($"d{i}", [$"Tin số {i}", body], [[$"t{topic}"], topics, [urgent ? "yes" : "no"], tasks], $"line {i + 1}"));
        }
        return documents;
    }

    /// <summary>Writes the documents as JSON lines and returns the path.</summary>
    public static string Write(TempFolder folder, string name, IEnumerable<Document> documents)
    {
        File.WriteAllLines(folder[name], documents.Select(document => JsonSerializer.Serialize(new Dictionary<string, object?>
        {
            ["id"] = document.Id,
            ["title"] = document.Texts[0],
            ["body"] = document.Texts[1],
            ["topic"] = document.Labels[0]![0],
            ["topics"] = document.Labels[1],
            ["urgent"] = document.Labels[2]![0],
            ["tasks"] = document.Labels[3],
        })));
        return folder[name];
    }

    /// <summary>A classifier of each kind.</summary>
    public static ClassifierSpec[] Specs(int crossValidation = 3) =>
    [
        Spec("topic", ClassifierKind.Multiclass, 0, crossValidation),
        Spec("topics", ClassifierKind.Multilabel, 1, crossValidation) with { Features = new FeatureOptions { Unaccented = true, Chars = new NgramRange(2, 3) } },
        Spec("urgent", ClassifierKind.Binary, 2, crossValidation) with { Features = new FeatureOptions { Weighting = Weighting.LogCountRatio } },
        Spec("tasks", ClassifierKind.Passages, 3, crossValidation) with { SentenceFields = ["body"] },
    ];

    /// <summary>A session that trains them on a file.</summary>
    public static SessionSpec Session(TempFolder folder, string train, int crossValidation = 3) => new()
    {
        BaseFolder = folder.Path,
        Train = [train],
        HoldOut = 0.25,
        TextFields = TextFields,
        LabelFields = LabelFields,
        Classifiers = Specs(crossValidation),
        ModelsFolder = folder["models"],
        ModelsName = "models",
    };

    private static ClassifierSpec Spec(string name, ClassifierKind kind, int field, int crossValidation) => new()
    {
        Name = name,
        Kind = kind,
        LabelField = field,
        LabelFieldName = LabelFields[field],
        TextFields = TextFields,
        Trainer = new LinearSvm(new LinearSvmOptions()),
        CrossValidation = crossValidation,
    };

    private static string Sentence(string topic, ref DeterministicRandom random)
    {
        string[] words = topic.Split(' ');
        return $"{Words(ref random)} {words[random.Next(words.Length)]} {words[random.Next(words.Length)]} {Words(ref random)}.";
    }

    private static string Words(ref DeterministicRandom random) => string.Join(' ', Filler[random.Next(Filler.Length)], Filler[random.Next(Filler.Length)], Filler[random.Next(Filler.Length)]);
}
