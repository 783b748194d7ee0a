using TopicModel.Features;
using TopicModel.Text;
using TopicModel.Training.Data;
using TopicModel.Training.Features;

namespace TopicModel.Training.Fitting;

/// <summary>The candidate sentences of documents as rows, in reading order, and which of them are positive.</summary>
internal sealed class SentenceCorpus : IFeatureSource
{
    private readonly IReadOnlyList<Document> _documents;
    private readonly SentenceFeatures _features;
    private readonly bool _clean;

    /// <summary>[group] -> one field of one document and its sentences.</summary>
    private readonly List<(string Text, List<TextRange> Ranges)> _groups = [];
    private readonly List<(int Document, int Group, int Index)> _rows = [];

    /// <param name="documents">The documents.</param>
    /// <param name="textFields">Names of their text fields, in order.</param>
    /// <param name="sentenceFields">Names of the text fields whose sentences are candidates.</param>
    /// <param name="options">What of a sentence is a feature.</param>
    /// <param name="labelField">Index of the label field that holds the positive passages.</param>
    public SentenceCorpus(IReadOnlyList<Document> documents, IReadOnlyList<string> textFields, IReadOnlyList<string> sentenceFields, FeatureOptions options, int labelField)
    {
        (_documents, _features, _clean) = (documents, new SentenceFeatures(options), options.Clean);
        List<string> fields = [.. textFields];
        int title = fields.IndexOf(Article.TitleField);
        var positive = new List<int[]>();
        for (int document = 0; document < documents.Count; document++)
        {
            string[] texts = documents[document].Texts;
            foreach (int field in sentenceFields.Select(name => fields.IndexOf(name)))
                Add(document, texts, field, title, documents[document].Labels[labelField] ?? [], positive);
        }
        Labels = new EncodedLabels([LabelEncoder.PassageLabel], new LabelMatrix(1, isExclusive: false, [.. positive]), "");
        DocumentOfRow = [.. _rows.Select(row => row.Document)];
    }

    /// <inheritdoc/>
    public int Count => _rows.Count;

    /// <summary>[sentence] -> whether it is positive, as label 0.</summary>
    public EncodedLabels Labels { get; }

    /// <summary>[sentence] -> its document, ascending.</summary>
    public int[] DocumentOfRow { get; }

    /// <inheritdoc/>
    public int Size(int row) => 200 + _groups[_rows[row].Group].Ranges[_rows[row].Index].Length;

    /// <inheritdoc/>
    public void Extract(int row, NgramBuffer target) =>
        _features.Extract(Text(row), _groups[_rows[row].Group].Ranges, _rows[row].Index, target);

    /// <summary>The text of the field that a sentence stands in.</summary>
    public string Text(int row) => _groups[_rows[row].Group].Text;

    /// <summary>The sentence itself.</summary>
    public string Sentence(int row) => _groups[_rows[row].Group].Ranges[_rows[row].Index].Of(Text(row)).ToString();

    /// <summary>[document] -> the values of its sentences.</summary>
    public double[][] ByDocument(IReadOnlyList<double> valueOfRow)
    {
        var lists = new List<double>[_documents.Count];
        for (int i = 0; i < lists.Length; i++) lists[i] = [];
        for (int row = 0; row < _rows.Count; row++) lists[_rows[row].Document].Add(valueOfRow[row]);
        return [.. lists.Select(list => list.ToArray())];
    }

    private void Add(int document, string[] texts, int field, int title, string[] passages, List<int[]> positive)
    {
        string text = texts[field];
        var ranges = new List<TextRange>();
        SentenceFeatures.Split(texts, field, title, ranges, _clean);
        bool[] marked = PassageMatcher.Match(text, ranges, passages);
        for (int i = 0; i < ranges.Count; i++)
        {
            _rows.Add((document, _groups.Count, i));
            positive.Add(marked[i] ? [0] : []);
        }
        _groups.Add((text, ranges));
    }
}
