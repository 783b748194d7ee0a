namespace TopicModel.Training.Data;

/// <summary>Adds up what stands in one field, to tell what the field is for.</summary>
internal sealed class FieldStatistics(string name)
{
    /// <summary>Labels are at most this long on average, in UTF-16 units; passages and texts are at least half as long.</summary>
    private const int MaxLabelLength = 60, MinTextLength = 20;

    /// <summary>More different values than this are no labels.</summary>
    private const int MaxLabels = 200;

    /// <summary>Names that labels often have, in lower case.</summary>
    private static readonly string[] LabelNames = ["label", "labels", "class", "category", "categories", "target", "topic", "topics", "theme", "themes", "sentiment", "stance", "tags"];

    private readonly HashSet<string> _values = new(StringComparer.Ordinal);
    private int _texts, _lists, _booleans, _items, _spaced, _filled;
    private long _length;

    /// <summary>Name of the field.</summary>
    public string Name => name;

    /// <summary>Adds the value of a row.</summary>
    public void Add(FieldValue value)
    {
        bool isBarred = value.Kind == FieldKind.Cell && value.Text!.Length <= 2 * MaxLabelLength && value.Text.Contains(FieldValue.CellSeparator, StringComparison.Ordinal);
        bool isList = value.Kind == FieldKind.List || isBarred || value.CellList is not null;
        if (isList) _lists++;
        if (value.Kind is FieldKind.Text or FieldKind.Cell) _texts++;
        if (value.Kind == FieldKind.Boolean) _booleans++;
        string[] items = isList ? value.Labels! : !string.IsNullOrEmpty(value.Text) ? [value.Text] : [];
        if (items.Length > 0) _filled++;
        foreach (string item in items)
        {
            _items++;
            _length += item.Length;
            if (item.Contains(' ', StringComparison.Ordinal)) _spaced++;
            _values.Add(item);
        }
    }

    /// <summary>The figures for the caller.</summary>
    public SniffedField Summary => new(name, _filled, MeanLength, _values.Count, _lists > 0);

    /// <summary>Whether it identifies the rows: short, present and different in all of them.</summary>
    public bool CanBeId(int rows) => _lists == 0 && _booleans == 0 && _filled == rows && _values.Count == rows && _spaced == 0 && MeanLength <= MaxLabelLength * 2;

    /// <summary>Whether it is text: mostly different values, long and of several words.</summary>
    public bool IsText => CanBeText && MeanLength >= MinTextLength && _spaced * 2 > _items;

    /// <summary>Whether it may be text that is short: strings that mostly differ.</summary>
    public bool CanBeText => _texts > 0 && _lists == 0 && !HasFewValues;

    /// <summary>The kind of classifier that its values suit as labels; null when they do not look like labels.</summary>
    public ClassifierKind? LabelKind
    {
        get
        {
            if (!HasFewValues || MeanLength > MaxLabelLength || _items == 0) return null;
            if (_lists > 0) return ClassifierKind.Multilabel;
            if (_booleans > 0 || (_values.Count == 2 && _values.Count(LabelEncoder.IsPositiveValue) == 1)) return ClassifierKind.Binary;
            return _values.Count > 1 || HasLabelName ? ClassifierKind.Multiclass : null;
        }
    }

    /// <summary>Whether it may be passages of a text.</summary>
    public bool CanBePassages => _lists > 0 && MeanLength >= MinTextLength;

    /// <summary>The different values, ascending ordinally.</summary>
    public IReadOnlyList<string> Values => [.. _values.Order(StringComparer.Ordinal)];

    private double MeanLength => _items == 0 ? 0 : (double)_length / _items;

    private bool HasLabelName => LabelNames.Contains(name.ToLowerInvariant());

    /// <summary>Values that come back: at most half as many different ones as there are (in a small file that names the field a label, more).</summary>
    private bool HasFewValues => _values.Count <= MaxLabels && (_values.Count * 2 <= _items || (HasLabelName && _items <= 20) || _booleans > 0);
}
