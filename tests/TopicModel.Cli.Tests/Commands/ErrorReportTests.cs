using TopicModel.Cli.Commands;
using TopicModel.Cli.Configuration;
using TopicModel.Training.Data;

namespace TopicModel.Cli.Tests.Commands;

public class ErrorReportTests
{
    public static TheoryData<Exception, int, string> Exceptions => new()
    {
        { new ConfigException("train.json: seed is 'x'; a whole number was expected"), 2, "error: train.json: seed is 'x'; a whole number was expected\n" },
        { new DataException("a.jsonl line 3: broken"), 2, "error: a.jsonl line 3: broken\n" },
        { new InvalidModelException("m.tmodel", "the file is empty"), 2, "error: m.tmodel: the file is empty\n" },
        { new FileNotFoundException("models: there is no model (*.tmodel) in this folder"), 2, "error: models: there is no model (*.tmodel) in this folder\n" },
        { new DirectoryNotFoundException("Could not find a part of the path '/x/y'."), 2, "error: Could not find a part of the path '/x/y'.\n" },
        { new IOException("No space left on device : '/out/a.tmp'"), 2, "error: No space left on device : '/out/a.tmp'\n" },
        { new UnauthorizedAccessException("Access to the path '/out' is denied."), 2, "error: Access to the path '/out' is denied.\n" },
        { new OperationCanceledException(), 1, "error: cancelled; nothing was changed\n" },
        { new InvalidOperationException("bad luck"), 1, "error: unexpected InvalidOperationException: bad luck (TOPICMODEL_DEBUG=1 shows where)\n" },
        { new AggregateException(new OperationCanceledException(), new DataException("b.csv line 1: broken")), 2, "error: b.csv line 1: broken\n" },
        { new AggregateException(new AggregateException(new OperationCanceledException())), 1, "error: cancelled; nothing was changed\n" },
    };

    [Theory]
    [MemberData(nameof(Exceptions))]
    public void Guard_Exception_BecomesOneMessageAndACode(Exception exception, int code, string message)
    {
        var io = new FakeConsoleIo();

        ExitCode result = ErrorReport.Guard(io, () => throw exception);

        Assert.Equal((code, message, ""), ((int)result, io.ErrorText.ToString(), io.OutputText));
    }

    [Fact]
    public void Guard_Debug_ShowsTheStack()
    {
        var io = new FakeConsoleIo { Variables = { ["TOPICMODEL_DEBUG"] = "1" } };

        ErrorReport.Guard(io, () => throw new InvalidOperationException("bad luck"));

        Assert.Contains(nameof(Guard_Debug_ShowsTheStack), io.ErrorText.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Guard_NoException_IsTheCommandsCode() => Assert.Equal(ExitCode.GateMissed, ErrorReport.Guard(new FakeConsoleIo(), () => ExitCode.GateMissed));
}
