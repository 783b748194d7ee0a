using System.Diagnostics;
using System.Reflection;
using TopicModel.Features;
using TopicModel.Format;
using TopicModel.Models;

namespace TopicModel;

/// <summary>
/// Several models together: each article's text is read once for every classifier with the same features. Immutable and safe for any
/// number of threads: load once and share.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class ArticleAnalyzer : IDisposable
{
    private readonly List<TopicClassifier[]> _byFeatures;

    /// <summary>Puts models together that were loaded one by one; disposing the analyzer disposes them.</summary>
    /// <exception cref="ArgumentException">Two models have the same name.</exception>
    public ArticleAnalyzer(IEnumerable<TopicClassifier> classifiers, IEnumerable<TaskListDetector> detectors)
    {
        (Classifiers, Detectors) = ([.. classifiers], [.. detectors]);
        string? repeated = Classifiers.Select(classifier => classifier.Name).Concat(Detectors.Select(detector => detector.Name))
            .GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;
        if (repeated is not null) throw new ArgumentException($"two models are named '{repeated}'");
        _byFeatures = [.. Classifiers.GroupBy(classifier => DocumentFeatures.Key(classifier.Manifest.Features, classifier.Manifest.TextFields)).Select(group => group.ToArray())];
    }

    private ArticleAnalyzer(IReadOnlyList<TextModel> models) : this(
        models.Where(model => model.Manifest.Kind != ClassifierKind.Passages).Select(model => new TopicClassifier(model)),
        models.Where(model => model.Manifest.Kind == ClassifierKind.Passages).Select(model => new TaskListDetector(model)))
    {
    }

    /// <summary>Classifiers, in the order of their files.</summary>
    public IReadOnlyList<TopicClassifier> Classifiers { get; }

    /// <summary>Models of passages, in the order of their files.</summary>
    public IReadOnlyList<TaskListDetector> Detectors { get; }

    /// <summary>The classifier of that name: <c>analyzer.GetClassifier("stance").Explain(article)</c>.</summary>
    /// <exception cref="KeyNotFoundException">There is no such classifier.</exception>
    public TopicClassifier GetClassifier(string name) => Classifiers.FirstOrDefault(classifier => classifier.Name == name) ?? throw NotFound(name, "classifier");

    /// <summary>The model of passages of that name.</summary>
    /// <exception cref="KeyNotFoundException">There is no such model of passages.</exception>
    public TaskListDetector GetDetector(string name) => Detectors.FirstOrDefault(detector => detector.Name == name) ?? throw NotFound(name, "model of passages");

    /// <summary>Loads every <c>*.tmodel</c> of a folder.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FileNotFoundException">The folder has no model.</exception>
    /// <exception cref="InvalidModelException">A model cannot be used, or two have the same name.</exception>
    public static ArticleAnalyzer Load(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return new ArticleAnalyzer([.. ModelFolder.Load(folder).Select(file => file.Model)]);
    }

    /// <summary>Loads every <c>*.tmodel</c> that is embedded in an assembly, so that an app is one file.</summary>
    /// <exception cref="FileNotFoundException">The assembly has no model.</exception>
    /// <exception cref="InvalidModelException">A model cannot be used.</exception>
    /// <exception cref="ArgumentException">Two models have the same name.</exception>
    public static ArticleAnalyzer Load(Assembly assembly) => new(ModelSource.LoadAll(assembly));

    /// <summary>Asks every model about a text, which each reads as the last of its text fields (the body).</summary>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    /// <exception cref="ArgumentException">The text is longer than <see cref="Article.MaxTextLength"/>.</exception>
    public ArticleAnalysis Analyze(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Analyze(fields => Article.LastField(text, fields));
    }

    /// <summary>Asks every model about an article.</summary>
    /// <exception cref="ArgumentNullException">The article is null.</exception>
    /// <exception cref="ArgumentException">A field is longer than <see cref="Article.MaxTextLength"/>.</exception>
    public ArticleAnalysis Analyze(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return Analyze(article.Texts);
    }

    /// <summary>Asks every model about many texts; the results are in the order of the texts.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="threads">How many threads work, the caller's included. Default 1; 0 for one a processor. The results are the same.</param>
    /// <param name="cancellationToken">Looked at between two texts.</param>
    /// <exception cref="ArgumentException">A text is null or longer than <see cref="Article.MaxTextLength"/>, or the threads are negative.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before all were analyzed.</exception>
    public IReadOnlyList<ArticleAnalysis> AnalyzeBatch(IEnumerable<string> texts, int threads = 1, CancellationToken cancellationToken = default) =>
        Batch.Run(texts, Analyze, threads, cancellationToken);

    /// <summary>Asks every model about many articles; the results are in the order of the articles.</summary>
    /// <param name="articles">The articles.</param>
    /// <param name="threads">How many threads work, the caller's included. Default 1; 0 for one a processor. The results are the same.</param>
    /// <param name="cancellationToken">Looked at between two articles.</param>
    /// <exception cref="ArgumentException">An article is null or has a field longer than <see cref="Article.MaxTextLength"/>, or the threads are negative.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before all were analyzed.</exception>
    public IReadOnlyList<ArticleAnalysis> AnalyzeBatch(IEnumerable<Article> articles, int threads = 1, CancellationToken cancellationToken = default) =>
        Batch.Run(articles, Analyze, threads, cancellationToken);

    /// <summary>Asks every model about texts as they come, in their order, in constant memory.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="cancellationToken">Ends the enumeration with an <see cref="OperationCanceledException"/>; handed to the source too.</param>
    public IAsyncEnumerable<ArticleAnalysis> AnalyzeAsync(IAsyncEnumerable<string> texts, CancellationToken cancellationToken = default) =>
        Batch.RunAsync(texts, Analyze, cancellationToken);

    /// <summary>Asks every model about articles as they come, in their order, in constant memory.</summary>
    /// <param name="articles">The articles.</param>
    /// <param name="cancellationToken">Ends the enumeration with an <see cref="OperationCanceledException"/>; handed to the source too.</param>
    public IAsyncEnumerable<ArticleAnalysis> AnalyzeAsync(IAsyncEnumerable<Article> articles, CancellationToken cancellationToken = default) =>
        Batch.RunAsync(articles, Analyze, cancellationToken);

    /// <summary>Disposes every model.</summary>
    public void Dispose()
    {
        foreach (TopicClassifier classifier in Classifiers) classifier.Dispose();
        foreach (TaskListDetector detector in Detectors) detector.Dispose();
    }

    /// <summary>"3 models: stance, theme, task-list".</summary>
    public override string ToString()
    {
        string[] names = [.. Classifiers.Select(classifier => classifier.Name), .. Detectors.Select(detector => detector.Name)];
        return $"{names.Length} model{(names.Length == 1 ? "" : "s")}: {string.Join(", ", names)}";
    }

    private KeyNotFoundException NotFound(string name, string what)
    {
        string hint = Detectors.Any(detector => detector.Name == name) ? $"; {nameof(GetDetector)} gives the model of passages of that name"
            : Classifiers.Any(classifier => classifier.Name == name) ? $"; {nameof(GetClassifier)} gives the classifier of that name" : "";
        return new KeyNotFoundException($"there is no {what} '{name}' among {this}{hint}");
    }

    private ArticleAnalysis Analyze(Func<IReadOnlyList<string>, string[]> texts)
    {
        var predictions = new Dictionary<string, Prediction>(Classifiers.Count);
        NgramBuffer ngrams = PredictionScratch.OfThread.Ngrams;
        foreach (TopicClassifier[] group in _byFeatures)
        {
            group[0].Model.Features.Extract(texts(group[0].Manifest.TextFields), ngrams);
            foreach (TopicClassifier classifier in group) predictions.Add(classifier.Name, classifier.Predict(ngrams));
        }
        return new ArticleAnalysis(predictions, Detectors.ToDictionary(detector => detector.Name, detector => detector.Detect(texts(detector.Manifest.TextFields))));
    }
}
