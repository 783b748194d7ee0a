using System.Runtime.InteropServices;
using TopicModel.Text;

namespace TopicModel.Features;

/// <summary>
/// Text fields of a document -> n-gram features: clean-up, then n-grams field by field. Training and prediction both go through
/// here. Immutable; what changes from text to text is in the <see cref="NgramBuffer"/>.
/// </summary>
internal sealed class DocumentFeatures
{
    private readonly NgramExtractor _extractor;
    private readonly bool _clean;
    private readonly float[] _fieldWeights;
    private readonly int _titleField;

    /// <param name="options">What to take from the text.</param>
    /// <param name="textFields">Names of the text fields, in order. A field named "title" is compared with the first line of the others.</param>
    public DocumentFeatures(FeatureOptions options, IReadOnlyList<string> textFields)
    {
        _extractor = new NgramExtractor(options);
        _clean = options.Clean;
        // Not by Select, whose instantiation for numbers takes a cold process 1.5 ms to compile (called once in a program of its own, 2026-11-29).
        _fieldWeights = new float[textFields.Count];
        _titleField = -1;
        for (int i = 0; i < _fieldWeights.Length; i++)
        {
            // Counted first: looking up numbers by text takes a cold process 1.5 ms to compile (2026-11-30).
            _fieldWeights[i] = options.FieldWeights.Count > 0 && options.FieldWeights.TryGetValue(textFields[i], out double weight) ? (float)weight : 1;
            if (textFields[i] == Article.TitleField) _titleField = i;
        }
    }

    /// <summary>Equal for options and fields that make the same n-grams of a document; how these are chosen and weighted is left out.</summary>
    public static string Key(FeatureOptions options, IReadOnlyList<string> textFields)
    {
        IEnumerable<string> fields = textFields.Select(field => FormattableString.Invariant($"{field}*{options.FieldWeights.GetValueOrDefault(field, 1):R}"));
        return $"{options.Words} {options.Chars} {options.Unaccented} {options.Clean} {string.Join('\n', fields)}";
    }

    /// <summary>Replaces the contents of <paramref name="target"/> by the features of a document; <paramref name="fields"/> are the texts, in the order of the names.</summary>
    public void Extract(ReadOnlySpan<string> fields, NgramBuffer target)
    {
        target.Clear();
        for (int i = 0; i < fields.Length; i++)
        {
            ExtractField(fields[i], i != _titleField && _titleField >= 0 ? fields[_titleField] : "", target);
            target.EndField(_fieldWeights[i]);
        }
    }

    /// <summary>The same of texts that stand one behind the other: <paramref name="ends"/> are where they end, in the order of the names.</summary>
    public void Extract(ReadOnlySpan<char> texts, ReadOnlySpan<int> ends, NgramBuffer target)
    {
        target.Clear();
        for (int i = 0; i < ends.Length; i++)
        {
            ExtractField(FieldOf(texts, ends, i), i != _titleField && _titleField >= 0 ? FieldOf(texts, ends, _titleField) : "", target);
            target.EndField(_fieldWeights[i]);
        }
    }

    private static ReadOnlySpan<char> FieldOf(ReadOnlySpan<char> texts, ReadOnlySpan<int> ends, int field) => texts[(field == 0 ? 0 : ends[field - 1])..ends[field]];

    /// <summary>
    /// Replaces the contents of <paramref name="target"/> by the features of a document of which only the last field has a text: what
    /// <see cref="Extract(ReadOnlySpan{string}, NgramBuffer)"/> makes of it, without a string of the text.
    /// </summary>
    public void ExtractLastField(ReadOnlySpan<char> text, NgramBuffer target)
    {
        target.Clear();
        for (int i = 0; i < _fieldWeights.Length; i++)
        {
            if (i == _fieldWeights.Length - 1) ExtractField(text, "", target);
            target.EndField(_fieldWeights[i]);
        }
    }

    private void ExtractField(ReadOnlySpan<char> text, ReadOnlySpan<char> title, NgramBuffer target)
    {
        if (!_clean)
        {
            _extractor.Extract(text, target);
            return;
        }
        target.Parts.Clear();
        BoilerplateCleaner.Clean(text, title, target.Parts);
        _extractor.Extract(text, CollectionsMarshal.AsSpan(target.Parts), target);
    }
}
