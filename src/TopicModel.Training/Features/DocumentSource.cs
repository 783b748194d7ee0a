using TopicModel.Features;
using TopicModel.Training.Data;

namespace TopicModel.Training.Features;

/// <summary>Documents as rows.</summary>
internal sealed class DocumentSource(IReadOnlyList<Document> documents, DocumentFeatures features) : IFeatureSource
{
    /// <inheritdoc/>
    public int Count => documents.Count;

    /// <inheritdoc/>
    public int Size(int row)
    {
        int size = 1;
        foreach (string text in documents[row].Texts) size += text.Length;
        return size;
    }

    /// <inheritdoc/>
    public void Extract(int row, NgramBuffer target) => features.Extract(documents[row].Texts, target);
}
