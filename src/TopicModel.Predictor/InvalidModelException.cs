namespace TopicModel;

/// <summary>A file or stream that is not a usable model: not a model at all, of a newer version, cut short or damaged. The message
/// names the file, the section and what was found instead of what was expected.</summary>
public sealed class InvalidModelException : Exception
{
    /// <param name="source">File path, or what else the model came from.</param>
    /// <param name="problem">What is wrong, in one sentence without a full stop.</param>
    /// <param name="innerException">What a parser said, if one did.</param>
    public InvalidModelException(string source, string problem, Exception? innerException = null)
        : base($"{source}: {problem}", innerException) => (ModelSource, Problem) = (source, problem);

    /// <summary>File path, or what else the model came from.</summary>
    public string ModelSource { get; }

    /// <summary>What is wrong.</summary>
    public string Problem { get; }
}
