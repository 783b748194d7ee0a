using TopicModel.Features;
using TopicModel.Format;
using TopicModel.Models;

namespace TopicModel;

/// <summary>
/// All models of a folder together: each article's text is read once for every classifier with the same features. Immutable and safe
/// for any number of threads.
/// </summary>
public sealed class ArticleAnalyzer : IDisposable
{
    private readonly List<TopicClassifier[]> _byFeatures;

    private ArticleAnalyzer(IReadOnlyList<TopicClassifier> classifiers, IReadOnlyList<TaskListDetector> detectors)
    {
        (Classifiers, Detectors) = (classifiers, detectors);
        _byFeatures = [.. classifiers.GroupBy(classifier => DocumentFeatures.Key(classifier.Manifest.Features, classifier.Manifest.TextFields)).Select(group => group.ToArray())];
    }

    /// <summary>Classifiers of the folder, in the order of their files.</summary>
    public IReadOnlyList<TopicClassifier> Classifiers { get; }

    /// <summary>Models of passages, in the order of their files.</summary>
    public IReadOnlyList<TaskListDetector> Detectors { get; }

    /// <summary>Loads every <c>*.tmodel</c> of a folder.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FileNotFoundException">The folder has no model.</exception>
    /// <exception cref="InvalidModelException">A model cannot be used, or two have the same name.</exception>
    public static ArticleAnalyzer Load(string folder)
    {
        var classifiers = new List<TopicClassifier>();
        var detectors = new List<TaskListDetector>();
        foreach ((_, TextModel model) in ModelFolder.Load(folder))
        {
            if (model.Manifest.Kind == ClassifierKind.Passages) detectors.Add(new TaskListDetector(model));
            else classifiers.Add(new TopicClassifier(model));
        }
        return new ArticleAnalyzer(classifiers, detectors);
    }

    /// <summary>Asks every model about an article.</summary>
    /// <exception cref="ArgumentNullException">The article is null.</exception>
    /// <exception cref="ArgumentException">A field is longer than <see cref="Article.MaxTextLength"/>.</exception>
    public ArticleAnalysis Analyze(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var predictions = new Dictionary<string, Prediction>(Classifiers.Count);
        NgramBuffer ngrams = PredictionScratch.OfThread.Ngrams;
        foreach (TopicClassifier[] group in _byFeatures)
        {
            group[0].Model.Features.Extract(article.Texts(group[0].Manifest.TextFields), ngrams);
            foreach (TopicClassifier classifier in group) predictions.Add(classifier.Manifest.Name, classifier.Predict(ngrams));
        }
        return new ArticleAnalysis(predictions, Detectors.ToDictionary(detector => detector.Manifest.Name, detector => detector.Detect(article)));
    }

    /// <summary>Disposes every model.</summary>
    public void Dispose()
    {
        foreach (TopicClassifier classifier in Classifiers) classifier.Dispose();
        foreach (TaskListDetector detector in Detectors) detector.Dispose();
    }
}
