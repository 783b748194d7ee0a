using TopicModel.Features;

namespace TopicModel.Training.Data;

/// <summary>
/// A hash of what is learned from: texts and labels of the documents, in order. Identifiers, file names and places do not matter, so
/// the same data in another folder or format has the same fingerprint. Part of the model file: it must never change.
/// </summary>
public static class DataFingerprint
{
    /// <summary>16 lower-case hexadecimal digits.</summary>
    public static string Compute(IReadOnlyList<Document> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ulong hash = (ulong)documents.Count;
        foreach (Document document in documents)
        {
            hash = AddTexts(hash, document);
            hash = FeatureHash.Join(hash, (ulong)document.Labels.Length);
            foreach (string[]? labels in document.Labels) hash = labels is null ? FeatureHash.Join(hash, ulong.MaxValue) : Add(hash, labels);
        }
        return hash.ToString("x16", Wording.Culture);
    }

    /// <summary>Hash of the texts of one document: equal for equal texts.</summary>
    internal static ulong HashTexts(Document document) => AddTexts(0, document);

    private static ulong AddTexts(ulong hash, Document document)
    {
        DocumentTexts texts = document.Read();
        hash = FeatureHash.Join(hash, (ulong)texts.Ends.Length);
        for (int i = 0; i < texts.Ends.Length; i++) hash = FeatureHash.Join(hash, FeatureHash.Units(texts[i]));
        return hash;
    }

    /// <summary>The same as text, for files: 16 lower-case hexadecimal digits.</summary>
    internal static string OfTexts(Document document) => HashTexts(document).ToString("x16", Wording.Culture);

    /// <summary>The number of parts goes first, so that ["ab"] and ["a", "b"] differ.</summary>
    private static ulong Add(ulong hash, string[] parts)
    {
        hash = FeatureHash.Join(hash, (ulong)parts.Length);
        foreach (string part in parts) hash = FeatureHash.Join(hash, FeatureHash.Units(part));
        return hash;
    }
}
