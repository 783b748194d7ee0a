using System.Diagnostics;
using System.Text;
using System.Text.Json;
using TopicModel.Format;
using TopicModel.Models;

namespace TopicModel.Tests.Format;

/// <summary>
/// docs/model-format.md is enough for another language: tmodel.py beside this file (the file and the scores) with tmodel_features.py,
/// tmodel_text.py (the text) and tmodel_items.py (what of it is shown), which were written from it and use nothing but Python's standard
/// library, give the scores and items of the shipped models on articles of the corpus.
/// </summary>
public class OtherLanguageTests
{
    private const int EveryNth = 60;

    /// <summary>Of a score or probability, relative above 1: scores are sums in single precision.</summary>
    private const double Tolerance = 1e-6;

    /// <summary>Numbers of every kind, and what only looks like one.</summary>
    private const string Lists = """
        Yêu cầu: Một là, rà soát; hai là tổ chức.
        {x {keyword}Thứ hai, ngày 5/3, họp. Thứ mười lăm, tổ chức. Việc thứ tư: triển khai. Thứ ba tuần tới họp.
        Hai, ba tỉnh cần xong trong quý I. IV. Cần rà soát... Mười hai là tổ chức!” Họp tại TP. Huế với GS. TS. Nam.
        b) Rà soát
        12. Tổ chức, 3.500 tỷ đồng?
        {tags}• “Triển khai”. ông V. Nam nói: “Cần làm!” (Cần xong.)
        """;

    [SkippableTheory]
    [InlineData("theme")]
    [InlineData("stance")]
    [InlineData("task-list")]
    public void Python_GivesTheSameScores(string name)
    {
        Skip.IfNot(HasPython(), "python3 is not installed here, so nothing but .NET reads the model files");
        string file = Repository.PathOf("models", name + ".tmodel");
        Article[] articles = [.. Articles().SelectMany(Variants)];
        Assert.True(articles.Length > 100);
        JsonElement[] said = Ask(file, articles);
        TextModel model = ModelReader.Load(file);
        for (int i = 0; i < articles.Length; i++)
        {
            if (model.Manifest.Kind == ClassifierKind.Passages) AssertSame(new TaskListDetector(model), articles[i], said[i]);
            else AssertSame(new TopicClassifier(model), articles[i], said[i]);
        }
    }

    private static void AssertSame(TopicClassifier classifier, Article article, JsonElement said)
    {
        Explanation explanation = classifier.Explain(article);
        AssertClose(explanation.Scores, said.GetProperty("scores"), article);
        AssertClose([.. explanation.Prediction.Scores.Values], said.GetProperty("probabilities"), article);
    }

    private static void AssertSame(TaskListDetector detector, Article article, JsonElement said)
    {
        List<SentenceScore> sentences = detector.Model.ScoreSentences(article.Texts(detector.Manifest.TextFields));
        JsonElement[] found = [.. said.GetProperty("sentences").EnumerateArray()];
        Assert.Equal(sentences.Select(sentence => (sentence.Range.Start, sentence.Range.End)), found.Select(sentence => (sentence[1].GetInt32(), sentence[2].GetInt32())));
        for (int i = 0; i < found.Length; i++) AssertClose(sentences[i].Score, found[i][3].GetDouble(), article);
        TaskList list = detector.Detect(article);
        AssertClose(list.Probability, said.GetProperty("probability").GetDouble(), article);
        Assert.Equal(list.Items.Select(item => (item.Field, item.FieldStart, item.FieldStart + item.Length, item.Ordinal, item.Continues)), said.GetProperty("items").EnumerateArray()
            .Select(item => (item[0].GetString()!, item[1].GetInt32(), item[2].GetInt32(), item[3].ValueKind == JsonValueKind.Null ? (int?)null : item[3].GetInt32(), item[4].GetBoolean())));
    }

    private static void AssertClose(IReadOnlyList<double> expected, JsonElement found, Article article)
    {
        for (int i = 0; i < expected.Count; i++) AssertClose(expected[i], found[i].GetDouble(), article);
    }

    private static void AssertClose(double expected, double found, Article article) =>
        Assert.True(Math.Abs(expected - found) <= Tolerance * Math.Max(1, Math.Abs(expected)), $"{expected} here, {found} in Python, for {JsonSerializer.Serialize(article, TopicModelJsonContext.Readable.Article)}");

    /// <summary>Every sixtieth article of the corpus.</summary>
    private static IEnumerable<Article> Articles() => Directory.GetFiles(Repository.PathOf("data"), "*.jsonl").Order(StringComparer.Ordinal)
        .SelectMany(File.ReadLines).Where((_, i) => i % EveryNth == 0).Select(line => JsonSerializer.Deserialize<Article>(line)!);

    /// <summary>The article; decomposed; and dirty, as it comes out of an archive.</summary>
    private static IEnumerable<Article> Variants(Article article)
    {
        yield return article;
        yield return new Article { Title = Text.TokenReaderTests.Decompose(article.Title), Body = Text.TokenReaderTests.Decompose(article.Body) };
        yield return new Article
        {
            Title = article.Title.ToUpperInvariant(),
            Body = $"{article.Title}\n(Ảnh: TTXVN)\n{{keywords}}{article.Body.Replace("đ", "&#273;").Replace(" và ", " &amp; ").Replace("a ", "a\u200B ")} 😀𠀀 &agrave;\uD800\nTP. Huế.\n2.\nTin khác:\nNơi khác\n",
        };
        yield return new Article { Title = article.Title, Body = $"{Lists}\n{article.Body.Replace(", ", "! ").Replace("của ", "của V. ")}\nTheo TTXVN" };
    }

    private static bool HasPython()
    {
        try
        {
            return DotnetCommand.TryRun("python3", Repository.Root, "--version").ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static JsonElement[] Ask(string model, Article[] articles)
    {
        var start = new ProcessStartInfo("python3", ["-B", Repository.PathOf("tests", "TopicModel.Predictor.Tests", "Format", "tmodel.py"), model]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        foreach (Article article in articles) process.StandardInput.BaseStream.Write(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(article) + "\n"));
        process.StandardInput.Close();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return [.. output.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }
}
