using TopicModel.Features;
using TopicModel.Training.Data;

namespace TopicModel.Training.Features;

/// <summary>Documents as rows.</summary>
internal sealed class DocumentSource(IReadOnlyList<Document> documents, DocumentFeatures features) : IFeatureSource
{
    /// <inheritdoc/>
    public int Count => documents.Count;

    /// <inheritdoc/>
    public int Size(int row) => 1 + documents[row].TextSize;

    /// <inheritdoc/>
    public void Extract(int row, NgramBuffer target)
    {
        DocumentTexts texts = documents[row].Read();
        features.Extract(texts.Units, texts.Ends, target);
    }
}
