using System.Buffers.Binary;
using System.Text.Unicode;
using TopicModel.Format;

namespace TopicModel.Training.Format;

/// <summary>Lays out the texts of n-grams as a model file has them.</summary>
internal static class NgramTextsLayout
{
    /// <summary>Bytes of an n-gram's text are cut to this, between two code points.</summary>
    private const int MaxTextBytes = byte.MaxValue;

    /// <summary>The texts of some features.</summary>
    /// <param name="texts">Feature -> text.</param>
    /// <param name="featureCount">Features of the model.</param>
    public static NgramTexts Of(IReadOnlyDictionary<int, string> texts, int featureCount)
    {
        using var bytes = new MemoryStream();
        Span<byte> entry = stackalloc byte[NgramTexts.HeadLength + MaxTextBytes];
        foreach ((int feature, string text) in texts.OrderBy(pair => pair.Key))
        {
            BinaryPrimitives.WriteInt32LittleEndian(entry, feature);
            // Stops before the first code point that has no room any more.
            Utf8.FromUtf16(text, entry[NgramTexts.HeadLength..], out _, out int length);
            entry[NgramTexts.HeadLength - 1] = (byte)length;
            bytes.Write(entry[..(NgramTexts.HeadLength + length)]);
        }
        return new NgramTexts(new SectionArray<byte>(bytes.ToArray()), featureCount);
    }
}
