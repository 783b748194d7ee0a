using System.Diagnostics;
using System.Reflection;
using TopicModel.Features;
using TopicModel.Format;
using TopicModel.Models;

namespace TopicModel;

/// <summary>
/// A trained binary, multiclass or multilabel classifier. Immutable and safe for any number of threads, without locks and pools: load
/// once and share.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class TopicClassifier : IDisposable
{
    private readonly TextModel _model;
    private readonly DecisionRule _decision;

    internal TopicClassifier(TextModel model) => (_model, _decision) = (model, new DecisionRule(model));

    /// <summary>Name of the classifier in the train.json that it was trained by ("theme").</summary>
    public string Name => Manifest.Name;

    /// <summary>What it decides.</summary>
    public ClassifierKind Kind => Manifest.Kind;

    /// <summary>The labels that it knows, in the order of <see cref="Prediction.Scores"/>; of a binary classifier the positive one.</summary>
    public IReadOnlyList<string> Labels => Manifest.Labels;

    /// <summary>All that is known of the model: labels, features, trainer, calibration, metrics.</summary>
    public ModelManifest Manifest => _model.Manifest;

    internal TextModel Model => _model;

    /// <summary>Loads a model file.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidModelException">The file is damaged, of a newer version, no model, or a model of passages.</exception>
    public static TopicClassifier Load(string path) => new(ModelSource.Load(path, isPassages: false));

    /// <summary>Loads a model from a stream, from where it stands to its end. The stream may be closed afterwards.</summary>
    /// <exception cref="InvalidModelException">The bytes are damaged, of a newer version, no model, or a model of passages.</exception>
    public static TopicClassifier Load(Stream stream) => new(ModelSource.Load(stream, isPassages: false));

    /// <summary>Loads a model that is in memory. The bytes are copied.</summary>
    /// <exception cref="InvalidModelException">The bytes are damaged, of a newer version, no model, or a model of passages.</exception>
    public static TopicClassifier Load(ReadOnlyMemory<byte> model) => new(ModelSource.Load(model, isPassages: false));

    /// <summary>Loads a model that is embedded in an assembly.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="resourceName">Name of the resource, or its end: "theme.tmodel" finds "MyApp.models.theme.tmodel".</param>
    /// <exception cref="FileNotFoundException">The assembly has no such resource, or several of that ending.</exception>
    /// <exception cref="InvalidModelException">The resource is damaged, of a newer version, no model, or a model of passages.</exception>
    public static TopicClassifier Load(Assembly assembly, string resourceName) => new(ModelSource.Load(assembly, resourceName, isPassages: false));

    /// <summary>
    /// Labels a text. A model with several text fields reads it as the last of them (the body).
    /// </summary>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    /// <exception cref="ArgumentException">The text is longer than <see cref="Article.MaxTextLength"/>.</exception>
    public Prediction Predict(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Predict(text.AsSpan());
    }

    /// <summary>Labels a text. A model with several text fields reads it as the last of them (the body). Only the result is allocated.</summary>
    /// <exception cref="ArgumentException">The text is longer than <see cref="Article.MaxTextLength"/>.</exception>
    public Prediction Predict(ReadOnlySpan<char> text)
    {
        Article.CheckLength(text.Length, Manifest.TextFields[^1]);
        PredictionScratch scratch = PredictionScratch.OfThread;
        _model.Features.ExtractLastField(text, scratch.Ngrams);
        return Predict(scratch.Ngrams);
    }

    /// <summary>
    /// Labels a text that is UTF-8, such as a file or the body of a request. Bytes that are no UTF-8 are read as U+FFFD, which separates
    /// words; a byte order mark is passed over. Only the result is allocated.
    /// </summary>
    /// <exception cref="ArgumentException">The text is longer than <see cref="Article.MaxTextLength"/> (in UTF-16 units).</exception>
    public Prediction Predict(ReadOnlySpan<byte> utf8Text)
    {
        using var text = new Utf8Text(utf8Text, Manifest.TextFields[^1]);
        return Predict(text.Units);
    }

    /// <summary>Labels an article, by the fields that the model was trained on.</summary>
    /// <exception cref="ArgumentNullException">The article is null.</exception>
    /// <exception cref="ArgumentException">A field is longer than <see cref="Article.MaxTextLength"/>.</exception>
    public Prediction Predict(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return Predict(article.Texts(Manifest.TextFields));
    }

    /// <summary>Labels many texts; the results are in the order of the texts.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="threads">How many threads work, the caller's included. Default 1; 0 for one a processor. The results are the same.</param>
    /// <param name="cancellationToken">Looked at between two texts.</param>
    /// <exception cref="ArgumentException">A text is null or longer than <see cref="Article.MaxTextLength"/>, or the threads are negative.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before all were labelled.</exception>
    public IReadOnlyList<Prediction> PredictBatch(IEnumerable<string> texts, int threads = 1, CancellationToken cancellationToken = default) =>
        Batch.Run(texts, Predict, threads, cancellationToken);

    /// <summary>Labels many articles; the results are in the order of the articles.</summary>
    /// <inheritdoc cref="PredictBatch(IEnumerable{string}, int, CancellationToken)" path="/exception"/>
    /// <param name="articles">The articles.</param>
    /// <param name="threads">How many threads work, the caller's included. Default 1; 0 for one a processor. The results are the same.</param>
    /// <param name="cancellationToken">Looked at between two articles.</param>
    public IReadOnlyList<Prediction> PredictBatch(IEnumerable<Article> articles, int threads = 1, CancellationToken cancellationToken = default) =>
        Batch.Run(articles, Predict, threads, cancellationToken);

    /// <summary>Labels texts as they come, in their order, in constant memory.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="cancellationToken">Ends the enumeration with an <see cref="OperationCanceledException"/>; handed to the source too.</param>
    public IAsyncEnumerable<Prediction> PredictAsync(IAsyncEnumerable<string> texts, CancellationToken cancellationToken = default) =>
        Batch.RunAsync(texts, Predict, cancellationToken);

    /// <summary>Labels articles as they come, in their order, in constant memory.</summary>
    /// <param name="articles">The articles.</param>
    /// <param name="cancellationToken">Ends the enumeration with an <see cref="OperationCanceledException"/>; handed to the source too.</param>
    public IAsyncEnumerable<Prediction> PredictAsync(IAsyncEnumerable<Article> articles, CancellationToken cancellationToken = default) =>
        Batch.RunAsync(articles, Predict, cancellationToken);

    /// <summary>Says which parts of a text spoke for and against each label.</summary>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    /// <exception cref="ArgumentException">The text is longer than <see cref="Article.MaxTextLength"/>.</exception>
    public Explanation Explain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Explain(Article.LastField(text, Manifest.TextFields));
    }

    /// <summary>Says which parts of an article spoke for and against each label.</summary>
    /// <exception cref="ArgumentNullException">The article is null.</exception>
    /// <exception cref="ArgumentException">A field is longer than <see cref="Article.MaxTextLength"/>.</exception>
    public Explanation Explain(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return Explain(article.Texts(Manifest.TextFields));
    }

    /// <summary>Does nothing: the model is plain memory so far. Dispose anyway, as with everything that is loaded from a file.</summary>
    public void Dispose()
    {
    }

    /// <summary>"theme: multilabel, 3 labels, 93816 features".</summary>
    public override string ToString() => _model.ToString();

    internal Prediction Predict(ReadOnlySpan<string> fields)
    {
        PredictionScratch scratch = PredictionScratch.OfThread;
        _model.Features.Extract(fields, scratch.Ngrams);
        return Predict(scratch.Ngrams);
    }

    /// <summary>Labels n-grams that were extracted already.</summary>
    internal Prediction Predict(NgramBuffer ngrams)
    {
        PredictionScratch scratch = PredictionScratch.OfThread;
        Span<float> scores = scratch.Scores(_model.Linear.Outputs);
        _model.Score(ngrams, scratch.Counter, scores);
        return Decide(scores);
    }

    /// <summary>Scores -> decision.</summary>
    internal Prediction Decide(ReadOnlySpan<float> scores) => _decision.Decide(scores);

    private Explanation Explain(string[] fields)
    {
        var ngrams = new NgramBuffer(recordSpans: true);
        _model.Features.Extract(fields, ngrams);
        return new Explainer(_model, fields, ngrams).Explain(Predict(ngrams));
    }
}
