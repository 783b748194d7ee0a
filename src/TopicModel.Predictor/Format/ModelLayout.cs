namespace TopicModel.Format;

/// <summary>
/// The numbers of the model file. All integers little-endian. The file is a header of <see cref="HeaderLength"/> bytes, a table with
/// <see cref="EntryLength"/> bytes a section, and the sections, each at a multiple of <see cref="Alignment"/>, zeros between them.
/// docs/model-format.md describes every field.
/// </summary>
internal static class ModelLayout
{
    /// <summary>
    /// The only version that is read. Version 1 had single-precision weights and 64-bit hashes; it was never released.
    /// </summary>
    public const uint Version = 2;

    /// <summary>Magic (8), version (4), sections (4), checksum of the section table (4), zero (4).</summary>
    public const int HeaderLength = 24;

    /// <summary>Tag (8), offset (8), length (8), checksum of the section (4), zero (4).</summary>
    public const int EntryLength = 32;

    /// <summary>Sections start at multiples of this, so that arrays can be used where the file is mapped.</summary>
    public const int Alignment = 64;

    /// <summary>More sections than this are damage.</summary>
    public const int MaxSections = 64;

    /// <summary>"TMODEL", carriage return, line feed: a file that went through a text conversion is recognised.</summary>
    public static ReadOnlySpan<byte> Magic => "TMODEL\r\n"u8;

    /// <summary>Ending of model file names.</summary>
    public const string FileExtension = ".tmodel";

    /// <summary>JSON: see <see cref="ModelManifest"/>.</summary>
    public const string Manifest = "MANIFEST";

    /// <summary>[bucket] -> index of its first feature, 4 bytes; one more at the end.</summary>
    public const string Buckets = "BUCKETS";

    /// <summary>[feature] -> fingerprint, 4 bytes, ascending in a bucket.</summary>
    public const string Fingerprints = "PRINTS";

    /// <summary>[feature] -> inverse document frequency in sixteenths, one byte.</summary>
    public const string Idf = "IDF";

    /// <summary>[feature / 8] -> index of that feature's first weight, 4 bytes; one more at the end.</summary>
    public const string Rows = "ROWS";

    /// <summary>[feature * masks + output / 8] -> bits of the outputs for which a weight is stored.</summary>
    public const string Masks = "MASKS";

    /// <summary>The weights that are stored, a signed byte each.</summary>
    public const string Weights = "WEIGHTS";

    /// <summary>[output] -> bias and scale, single precision.</summary>
    public const string Outputs = "OUTPUTS";

    /// <summary>Texts of the strongest n-grams, for people. May be left out.</summary>
    public const string Ngrams = "NGRAMS";
}
