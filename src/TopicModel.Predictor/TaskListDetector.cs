using System.Diagnostics;
using System.Reflection;
using TopicModel.Features;
using TopicModel.Format;
using TopicModel.Models;
using TopicModel.Text;

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
        return new TaskList(positive, probability, positive ? Items(sentences, fields) : []);
    }

    private List<TaskItem> Items(List<SentenceScore> sentences, string[] fields)
    {
        var items = new List<TaskItem>();
        // The sentence directly before, if it belongs to an item with a number or a list mark.
        int listed = -1;
        for (int i = 0; i < sentences.Count; i++)
        {
            SentenceScore sentence = sentences[i];
            ReadOnlySpan<char> found = sentence.Range.Of(fields[sentence.Field]);
            // A line of nothing but "3." numbers the task below; it is none.
            if (!_model.Sentences.IsGiven(0, sentence.Probability) || Ordinal.OfLine(found) is not null) continue;
            string text = found.ToString();
            int? ordinal = OrdinalOf(text, sentences, i, fields);
            bool isMarked = ordinal is not null || SentenceForm.HasListMark(text), continues = !isMarked && listed >= 0 && listed == i - 1 && IsSameLine(sentences[listed], sentence, fields);
            if (isMarked || continues) listed = i;
            items.Add(new TaskItem(text, JoinedStart(fields, sentence.Field) + sentence.Range.Start, text.Length,
                Manifest.TextFields[sentence.Field], sentence.Range.Start, ordinal, sentence.Probability)
            { Continues = continues });
        }
        return items;
    }

    private static bool IsSameLine(SentenceScore before, SentenceScore sentence, string[] fields) => before.Field == sentence.Field
        && !fields[sentence.Field].AsSpan(before.Range.End, sentence.Range.Start - before.Range.End).ContainsAny("\n\r\u2028\u2029");

    /// <summary>
    /// The number that a sentence has at its start, or behind the colon of the words that introduce the list, or alone in the line
    /// before, as "3." and "Ba là:" stand in texts that were converted from tables.
    /// </summary>
    private static int? OrdinalOf(string text, List<SentenceScore> sentences, int index, string[] fields)
    {
        if ((Ordinal.Of(text) ?? Ordinal.BehindColon(text)) is { } number) return number;
        bool hasBefore = index > 0 && sentences[index - 1].Field == sentences[index].Field;
        return hasBefore ? Ordinal.OfLine(sentences[index - 1].Range.Of(fields[sentences[index].Field])) : null;
    }

    /// <summary>Where a field starts in the joined text: the non-empty fields with a line feed between two.</summary>
    private static int JoinedStart(string[] fields, int field)
    {
        int start = 0;
        for (int i = 0; i < field; i++) if (fields[i].Length > 0) start += fields[i].Length + 1;
        return start;
    }
}
