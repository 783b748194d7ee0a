using TopicModel.Format;
using TopicModel.Models;
using TopicModel.Text;

namespace TopicModel;

/// <summary>
/// A trained model of passages: finds the sentences of an article that set out tasks. Immutable and safe for any number of threads.
/// </summary>
public sealed class TaskListDetector : IDisposable
{
    private readonly PassageModel _model;

    internal TaskListDetector(TextModel model) => _model = new PassageModel(model);

    /// <summary>What the model is: features, trainer, calibration, metrics.</summary>
    public ModelManifest Manifest => _model.Sentences.Manifest;

    internal PassageModel Model => _model;

    /// <summary>Loads a model file.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidModelException">The file is damaged, of a newer version, no model, or no model of passages.</exception>
    public static TaskListDetector Load(string path) => new(ModelReader.Load(path, isPassages: true));

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

    /// <summary>Does nothing: the model is plain memory so far. Dispose anyway, as with everything that is loaded from a file.</summary>
    public void Dispose()
    {
    }

    private TaskList Detect(string[] fields)
    {
        List<SentenceScore> sentences = _model.ScoreSentences(fields);
        double probability = _model.DocumentProbability(sentences);
        bool positive = _model.IsPositive(probability);
        return new TaskList(positive, probability, positive ? Items(sentences, fields) : []);
    }

    private List<TaskItem> Items(List<SentenceScore> sentences, string[] fields)
    {
        var items = new List<TaskItem>();
        foreach (SentenceScore sentence in sentences)
        {
            if (!_model.Sentences.IsGiven(0, sentence.Probability)) continue;
            string text = sentence.Range.Of(fields[sentence.Field]).ToString();
            items.Add(new TaskItem(text, JoinedStart(fields, sentence.Field) + sentence.Range.Start, text.Length,
                Manifest.TextFields[sentence.Field], sentence.Range.Start, Ordinal.Of(text), sentence.Probability));
        }
        return items;
    }

    /// <summary>Where a field starts in the joined text: the non-empty fields with a line feed between two.</summary>
    private static int JoinedStart(string[] fields, int field)
    {
        int start = 0;
        for (int i = 0; i < field; i++) if (fields[i].Length > 0) start += fields[i].Length + 1;
        return start;
    }
}
