namespace TopicModel.Training.Evaluation.Mistakes;

/// <summary>Words of an article with what they did to a decision.</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="Start">Where they start in it, in UTF-16 units.</param>
/// <param name="Length">Their length in UTF-16 units.</param>
/// <param name="Push">Positive pushed to the decision taken, negative against it.</param>
internal readonly record struct PushedSpan(string Field, int Start, int Length, double Push)
{
    /// <summary>Where they end, exclusive.</summary>
    public int End => Start + Length;
}
