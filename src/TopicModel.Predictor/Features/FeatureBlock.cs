namespace TopicModel.Features;

/// <summary>The blocks that features come from; the number is part of the model format.</summary>
internal enum FeatureBlock : ulong
{
    /// <summary>Word n-grams.</summary>
    Words = 0,

    /// <summary>Word n-grams without diacritics.</summary>
    UnaccentedWords = 1,

    /// <summary>Character n-grams inside words.</summary>
    Chars = 2,

    /// <summary>Word n-grams of the sentence before (passages).</summary>
    PreviousSentence = 3,

    /// <summary>Word n-grams of the sentence after (passages).</summary>
    NextSentence = 4,

    /// <summary>Form of the sentence: ordinal, list mark, place, length (passages).</summary>
    SentenceForm = 5,
}
