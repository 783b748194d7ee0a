namespace TopicModel.Format;

/// <summary>Where a section lies in a model file, in bytes.</summary>
internal readonly record struct ByteRange(int Offset, int Length)
{
    /// <summary>The first byte behind it.</summary>
    public int End => Offset + Length;
}
