namespace TopicModel.Format;

/// <summary>
/// The numbers of the model file. All integers little-endian. The file is a header of <see cref="HeaderLength"/> bytes, a table with
/// <see cref="EntryLength"/> bytes a section, and the sections, each at a multiple of <see cref="Alignment"/>, zeros between them.
/// docs/model-format.md describes every field.
/// </summary>
internal static class ModelLayout
{
    /// <summary>The only version so far. A reader refuses what it does not know.</summary>
    public const uint Version = 1;

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

    /// <summary>Feature hashes, 8 bytes each, ascending.</summary>
    public const string Hashes = "HASHES";

    /// <summary>Inverse document frequency of each feature, single precision.</summary>
    public const string Idf = "IDF";

    /// <summary>[feature * outputs + output], single precision.</summary>
    public const string Weights = "WEIGHTS";

    /// <summary>[output], single precision.</summary>
    public const string Biases = "BIASES";

    /// <summary>
    /// The n-grams as text, for people: for each feature a byte length (at most 255) and that many bytes of UTF-8. May be left out.
    /// </summary>
    public const string Ngrams = "NGRAMS";
}
