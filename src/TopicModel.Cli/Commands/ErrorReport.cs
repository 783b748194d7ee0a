using TopicModel.Cli.Configuration;
using TopicModel.Training.Data;
using TopicModel.Training.Format;

namespace TopicModel.Cli.Commands;

/// <summary>What the user reads when a command ends with an exception, and the exit code.</summary>
internal static class ErrorReport
{
    /// <summary>Variable that shows where an unexpected error came from when it is "1".</summary>
    public const string DebugVariable = EnvironmentLayer.Prefix + EnvironmentLayer.Debug;

    /// <summary>Runs a command and turns its exception into one message on standard error.</summary>
    public static ExitCode Guard(IConsoleIo io, Func<ExitCode> run)
    {
        try
        {
            return run();
        }
        catch (Exception exception)
        {
            (ExitCode code, string message) = Describe(Unwrap(exception));
            io.Error.WriteLine($"error: {message}");
            if (io.Variable(DebugVariable) == "1") io.Error.WriteLine(exception);
            return code;
        }
    }

    /// <summary>The exit code and message of an exception.</summary>
    internal static (ExitCode Code, string Message) Describe(Exception exception) => exception switch
    {
        OperationCanceledException => (ExitCode.Failed, "cancelled; nothing was changed"),
        ConfigException or DataException or InvalidModelException or IOException or UnauthorizedAccessException => (ExitCode.Usage, exception.Message),
        ModelVerificationException => (ExitCode.Failed, exception.Message),
        _ => (ExitCode.Failed, $"unexpected {exception.GetType().Name}: {exception.Message} ({DebugVariable}=1 shows where)"),
    };

    /// <summary>The first exception of parallel work; cancellation only when nothing else happened.</summary>
    private static Exception Unwrap(Exception exception)
    {
        if (exception is not AggregateException aggregate) return exception;
        Exception[] inner = [.. aggregate.Flatten().InnerExceptions];
        return Array.Find(inner, one => one is not OperationCanceledException) ?? inner[0];
    }
}
