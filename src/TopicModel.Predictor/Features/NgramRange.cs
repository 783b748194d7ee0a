namespace TopicModel.Features;

/// <summary>The orders of n-grams that are used: from <paramref name="Min"/> to <paramref name="Max"/>, both included and 1 to 8.</summary>
public readonly record struct NgramRange(int Min, int Max)
{
    /// <summary>The highest order allowed.</summary>
    public const int Limit = 8;

    /// <summary>"1-2".</summary>
    public override string ToString() => $"{Min}-{Max}";
}
