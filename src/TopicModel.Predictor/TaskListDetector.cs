using System.Diagnostics;
using System.Reflection;
using TopicModel.Format;
using TopicModel.Models;

namespace TopicModel;

/// <summary>
/// A trained model of passages: finds the sentences of an article that set out tasks. Immutable and safe for any number of threads,
/// without locks and pools: load once and share.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class TaskListDetector : IDisposable
{
    private readonly PassageModel _model;

    internal TaskListDetector(TextModel model) => _model = new PassageModel(model);

    /// <summary>Name of the model in the train.json that it was trained by ("task-list").</summary>
    public string Name => Manifest.Name;

    /// <summary>All that is known of the model: features, trainer, calibration, metrics.</summary>
    public ModelManifest Manifest => _model.Sentences.Manifest;

    internal PassageModel Model => _model;

    /// <summary>Loads a model file.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidModelException">The file is damaged, of a newer version, no model, or no model of passages.</exception>
    public static TaskListDetector Load(string path) => new(ModelSource.Load(path, isPassages: true));

    /// <summary>Loads a model from a stream, from where it stands to its end. The stream may be closed afterwards.</summary>
    /// <exception cref="InvalidModelException">The bytes are damaged, of a newer version, no model, or no model of passages.</exception>
    public static TaskListDetector Load(Stream stream) => new(ModelSource.Load(stream, isPassages: true));

    /// <summary>Loads a model that is in memory. The bytes are copied.</summary>
    /// <exception cref="InvalidModelException">The bytes are damaged, of a newer version, no model, or no model of passages.</exception>
    public static TaskListDetector Load(ReadOnlyMemory<byte> model) => new(ModelSource.Load(model, isPassages: true));

    /// <summary>Loads a model that is embedded in an assembly.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="resourceName">Name of the resource, or its end: "task-list.tmodel" finds "MyApp.models.task-list.tmodel".</param>
    /// <exception cref="FileNotFoundException">The assembly has no such resource, or several of that ending.</exception>
    /// <exception cref="InvalidModelException">The resource is damaged, of a newer version, no model, or no model of passages.</exception>
    public static TaskListDetector Load(Assembly assembly, string resourceName) => new(ModelSource.Load(assembly, resourceName, isPassages: true));

    /// <summary>Finds the tasks in a text. A model with several text fields reads it as the last of them (the body).</summary>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    /// <exception cref="ArgumentException">The text is longer than <see cref="Article.MaxTextLength"/>.</exception>
    public TaskList Detect(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Detect(Article.LastField(text, Manifest.TextFields));
    }

    /// <summary>Finds the tasks in an article, by the fields that the model was trained on.</summary>
    /// <exception cref="ArgumentNullException">The article is null.</exception>
    /// <exception cref="ArgumentException">A field is longer than <see cref="Article.MaxTextLength"/>.</exception>
    public TaskList Detect(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return Detect(article.Texts(Manifest.TextFields));
    }

    /// <summary>Finds the tasks in many texts; the results are in the order of the texts.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="threads">How many threads work, the caller's included. Default 1; 0 for one a processor. The results are the same.</param>
    /// <param name="cancellationToken">Looked at between two texts.</param>
    /// <exception cref="ArgumentException">A text is null or longer than <see cref="Article.MaxTextLength"/>, or the threads are negative.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before all were read.</exception>
    public IReadOnlyList<TaskList> DetectBatch(IEnumerable<string> texts, int threads = 1, CancellationToken cancellationToken = default) =>
        Batch.Run(texts, Detect, threads, cancellationToken);

    /// <summary>Finds the tasks in many articles; the results are in the order of the articles.</summary>
    /// <param name="articles">The articles.</param>
    /// <param name="threads">How many threads work, the caller's included. Default 1; 0 for one a processor. The results are the same.</param>
    /// <param name="cancellationToken">Looked at between two articles.</param>
    /// <exception cref="ArgumentException">An article is null or has a field longer than <see cref="Article.MaxTextLength"/>, or the threads are negative.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before all were read.</exception>
    public IReadOnlyList<TaskList> DetectBatch(IEnumerable<Article> articles, int threads = 1, CancellationToken cancellationToken = default) =>
        Batch.Run(articles, Detect, threads, cancellationToken);

    /// <summary>Finds the tasks in texts as they come, in their order, in constant memory.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="cancellationToken">Ends the enumeration with an <see cref="OperationCanceledException"/>; handed to the source too.</param>
    public IAsyncEnumerable<TaskList> DetectAsync(IAsyncEnumerable<string> texts, CancellationToken cancellationToken = default) =>
        Batch.RunAsync(texts, Detect, cancellationToken);

    /// <summary>Finds the tasks in articles as they come, in their order, in constant memory.</summary>
    /// <param name="articles">The articles.</param>
    /// <param name="cancellationToken">Ends the enumeration with an <see cref="OperationCanceledException"/>; handed to the source too.</param>
    public IAsyncEnumerable<TaskList> DetectAsync(IAsyncEnumerable<Article> articles, CancellationToken cancellationToken = default) =>
        Batch.RunAsync(articles, Detect, cancellationToken);

    /// <summary>Does nothing: the model is plain memory so far. Dispose anyway, as with everything that is loaded from a file.</summary>
    public void Dispose()
    {
    }

    /// <summary>"task-list: passages, 1 label, 53895 features".</summary>
    public override string ToString() => _model.Sentences.ToString();

    internal TaskList Detect(string[] fields)
    {
        List<SentenceScore> sentences = _model.ScoreSentences(fields);
        double probability = _model.DocumentProbability(sentences);
        bool positive = _model.IsPositive(probability);
        return new TaskList(positive, probability, positive ? new TaskItems(_model, sentences, fields).Find() : []);
    }
}
