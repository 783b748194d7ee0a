using System.Text.Json.Serialization;

namespace TopicModel.Features;

/// <summary>How often a term stands in a document becomes its value in the document's vector.</summary>
public enum Weighting
{
    /// <summary>(1 + ln tf) * idf with idf = ln((1 + documents) / (1 + documentFrequency)) + 1; vectors have length 1.</summary>
    [JsonStringEnumMemberName("tfidf")]
    TfIdf,

    /// <summary>1 when the term occurs; vectors have length 1.</summary>
    [JsonStringEnumMemberName("binary")]
    Binary,

    /// <summary>
    /// 1 when the term occurs, scaled in each class by the log-count ratio of Wang &amp; Manning (2012), "Baselines and Bigrams":
    /// ln((p / |p|) / (q / |q|)), p and q the smoothed counts inside and outside the class; vectors have length 1.
    /// </summary>
    [JsonStringEnumMemberName("logCountRatio")]
    LogCountRatio,
}
