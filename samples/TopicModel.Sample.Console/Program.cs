// Labels one article, natively compiled: label-article FOLDER-OF-MODELS ARTICLE.txt
using System.Text.Json;
using TopicModel;

if (args is not [var folder, var file])
{
    Console.Error.WriteLine("usage: label-article FOLDER-OF-MODELS ARTICLE.txt");
    return 2;
}
using var models = ArticleAnalyzer.Load(folder);
ArticleAnalysis analysis = models.Analyze(File.ReadAllText(file));
Console.WriteLine(JsonSerializer.Serialize(analysis, TopicModelJsonContext.Readable.ArticleAnalysis));
return 0;
