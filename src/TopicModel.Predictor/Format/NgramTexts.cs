using System.Buffers.Binary;
using System.Text;

namespace TopicModel.Format;

/// <summary>
/// Texts of a model's strongest n-grams, for people, as they lie in the file: for each, in ascending order of its feature, 4 bytes
/// with the feature's index, one with a length and that many of UTF-8. Decoded when somebody asks.
/// </summary>
internal sealed class NgramTexts
{
    /// <summary>Bytes before the text: index and length.</summary>
    public const int HeadLength = 5;

    private readonly SectionArray<byte> _bytes;

    /// <param name="bytes">The section.</param>
    /// <param name="featureCount">Features of the model.</param>
    /// <exception cref="ArgumentException">The bytes are no such list.</exception>
    public NgramTexts(SectionArray<byte> bytes, int featureCount)
    {
        _bytes = bytes;
        ReadOnlySpan<byte> rest = bytes.Span;
        for (long before = -1; rest.Length > 0; Count++)
        {
            if (rest.Length < HeadLength || rest.Length - HeadLength < rest[4]) throw new ArgumentException($"n-gram {Count} is cut short");
            uint feature = BinaryPrimitives.ReadUInt32LittleEndian(rest);
            if (feature <= before || feature >= featureCount) throw new ArgumentException($"n-gram {Count} is of feature {feature}, above {before} and below {featureCount} was expected");
            before = feature;
            rest = rest[(HeadLength + rest[4])..];
        }
    }

    /// <summary>Number of texts.</summary>
    public int Count { get; }

    /// <summary>The section's bytes.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.Span;

    /// <summary>The texts with their features, in ascending order of these.</summary>
    public List<(int Feature, string Text)> Decode()
    {
        var texts = new List<(int, string)>(Count);
        for (ReadOnlySpan<byte> rest = _bytes.Span; rest.Length > 0; rest = rest[(HeadLength + rest[4])..])
            texts.Add((BinaryPrimitives.ReadInt32LittleEndian(rest), Encoding.UTF8.GetString(rest.Slice(HeadLength, rest[4]))));
        return texts;
    }
}
