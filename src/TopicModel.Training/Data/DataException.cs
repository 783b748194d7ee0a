namespace TopicModel.Training.Data;

/// <summary>
/// Labelled data that cannot be used. The message is written for the user: it names the file and line, says what stands there and
/// what was expected. The console prints it and ends with exit code 2.
/// </summary>
public sealed class DataException : Exception
{
    /// <param name="message">What is wrong, in one sentence without a full stop.</param>
    /// <param name="innerException">What the system or a parser said, if one did.</param>
    public DataException(string message, Exception? innerException = null) : base(message, innerException)
    {
    }
}
