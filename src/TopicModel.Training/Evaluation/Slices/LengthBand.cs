using TopicModel.Training.Data;

namespace TopicModel.Training.Evaluation.Slices;

/// <summary>A band of text lengths, in words: runs of anything but white space, all text fields together.</summary>
/// <param name="Name">What it is called in the report.</param>
/// <param name="Limit">Words from which a text is too long for it.</param>
internal sealed record LengthBand(string Name, int Limit)
{
    private static readonly LengthBand[] All =
    [
        new("under 50 words", 50), new("50 to 199 words", 200), new("200 to 399 words", 400), new("400 to 799 words", 800), new("800 words and more", int.MaxValue),
    ];

    /// <summary>The band of a document.</summary>
    public static LengthBand Of(Document document)
    {
        int words = document.Texts.Sum(CountWords);
        return Array.Find(All, band => words < band.Limit)!;
    }

    private static int CountWords(string text)
    {
        int words = 0;
        bool isInside = false;
        foreach (char character in text)
        {
            bool isBlank = char.IsWhiteSpace(character);
            if (!isBlank && !isInside) words++;
            isInside = !isBlank;
        }
        return words;
    }
}
