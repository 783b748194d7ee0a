namespace TopicModel.Hosting;

/// <summary>Which models an app serves, and whether the last reload was refused. Immutable.</summary>
/// <param name="Folder">Full path of the folder of models.</param>
/// <param name="Generation">1 for the models loaded at the start, one more for each reload since.</param>
/// <param name="LoadedAt">When the models that serve were loaded.</param>
/// <param name="Models">Names of the models that serve, in ordinal order.</param>
/// <param name="Refusal">Why the files that now lie in the folder do not serve; null when they do.</param>
public sealed record TopicModelStatus(string Folder, int Generation, DateTimeOffset LoadedAt, IReadOnlyList<string> Models, ReloadRefusal? Refusal)
{
    /// <summary>"generation 2 serves: stance, theme", and why a replacement was refused if one was.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"generation {Generation} serves: {string.Join(", ", Models)}") + (Refusal is { } refusal ? $"; its replacement was refused: {refusal.Reason}" : "");
}
