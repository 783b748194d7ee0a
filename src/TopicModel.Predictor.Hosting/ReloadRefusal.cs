namespace TopicModel.Hosting;

/// <summary>A reload that was refused: the models from before go on serving.</summary>
/// <param name="Reason">What is wrong with the files, in one sentence that names the file.</param>
/// <param name="At">When it was refused first.</param>
public sealed record ReloadRefusal(string Reason, DateTimeOffset At);
