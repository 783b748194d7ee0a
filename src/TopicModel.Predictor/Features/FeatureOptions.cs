namespace TopicModel.Features;

/// <summary>What of a text becomes a feature, and with which value. Recorded in the model file, so prediction does as training did.</summary>
public sealed record FeatureOptions
{
    /// <summary>Orders of word n-grams, or null for none. Default: 1 to 2.</summary>
    public NgramRange? Words { get; init; } = new(1, 2);

    /// <summary>Orders of character n-grams inside words (a blank marks both ends of a word), or null for none. Default: none.</summary>
    public NgramRange? Chars { get; init; }

    /// <summary>Whether the same word n-grams without diacritics are a second block, so that "doi ngoai" is read too. Default: false.</summary>
    public bool Unaccented { get; init; }

    /// <summary>Features of fewer training documents are left out. At least 1; default 2.</summary>
    public int MinDocumentFrequency { get; init; } = 2;

    /// <summary>Only so many features are kept, those of most training documents first. At least 1, or null for all (default).</summary>
    public int? MaxFeatures { get; init; }

    /// <summary>From counts to values. Default: <see cref="Weighting.TfIdf"/>.</summary>
    public Weighting Weighting { get; init; } = Weighting.TfIdf;

    /// <summary>Whether captions, credits, link tails and other boilerplate are passed over. Default: true.</summary>
    public bool Clean { get; init; } = true;

    /// <summary>
    /// [text field name] -> how many occurrences one occurrence in that field counts for; above 0, at most 100. Fields that are not
    /// named count 1. Default: empty.
    /// </summary>
    public IReadOnlyDictionary<string, double> FieldWeights { get; init; } = new Dictionary<string, double>();
}
