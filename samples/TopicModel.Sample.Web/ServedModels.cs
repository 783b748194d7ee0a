namespace TopicModel.Sample;

/// <summary>What the app tells of the models that it serves.</summary>
/// <param name="Models">Their names.</param>
/// <param name="Fields">Names of the text fields that they read, in their order: "title", "lead", "body".</param>
/// <param name="Generation">1 for the models loaded at the start, one more for each reload since.</param>
/// <param name="LoadedAt">When they were loaded.</param>
/// <param name="Refusal">Why the files that lie in the folder now do not serve; null when they do.</param>
internal sealed record ServedModels(IReadOnlyList<string> Models, IReadOnlyList<string> Fields, int Generation, DateTimeOffset LoadedAt, string? Refusal);
