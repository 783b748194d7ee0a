using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace TopicModel.Cli.Commands;

/// <summary>The usual help, then an example of the command.</summary>
/// <param name="help">The usual help.</param>
internal sealed class HelpWithExample(HelpAction help) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        int code = help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is CliCommand command)
            parseResult.InvocationConfiguration.Output.Write($"Example:\n  {command.Example}\n\n");
        return code;
    }
}
