using TopicModel.Features;

namespace TopicModel.Training.Features;

/// <summary>Rows of text (documents, or sentences in their documents) that can be read as n-gram features, by several threads at once.</summary>
internal interface IFeatureSource
{
    /// <summary>Number of rows.</summary>
    int Count { get; }

    /// <summary>About how much text a row has, to share the work out evenly.</summary>
    int Size(int row);

    /// <summary>Replaces the contents of <paramref name="target"/> by the features of a row.</summary>
    void Extract(int row, NgramBuffer target);
}
