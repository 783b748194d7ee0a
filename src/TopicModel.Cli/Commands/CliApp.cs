using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Reflection;
using System.Text;
using TopicModel.Training;

namespace TopicModel.Cli.Commands;

/// <summary>The whole console: from arguments to exit code.</summary>
internal static class CliApp
{
    /// <summary>Version of the tool, as in the model files that it writes.</summary>
    public static string Version { get; } =
        typeof(CliApp).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>All commands, with the options that the root has.</summary>
    public static RootCommand CreateRoot()
    {
        var root = new RootCommand("Trains and runs text classifiers: labels news articles by theme, stance and whatever else you have labelled.")
        {
            new InitCommand(),
            new CheckCommand(),
            new PredictCommand(),
            new ExplainCommand(),
            new TrainCommand(),
            new EvaluateCommand(),
            new CompareCommand(),
            new InspectCommand(),
        };
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExample((HelpAction)help.Action!);
        root.Options.OfType<VersionOption>().Single().Action = new ShowVersion();
        return root;
    }

    /// <summary>Runs the console.</summary>
    /// <param name="arguments">As typed, without the name of the program.</param>
    /// <param name="io">The streams.</param>
    /// <param name="cancellation">Set by Ctrl-C.</param>
    public static ExitCode Run(IReadOnlyList<string> arguments, IConsoleIo io, CancellationToken cancellation)
    {
        ParseResult parsed = CreateRoot().Parse(arguments);
        if (parsed.Errors.Count > 0) return ReportUsage(parsed, io);
        if (parsed.Action is not null) return ShowHelpOrVersion(parsed, io);
        using var context = new CommandContext(io, parsed.GetValue(CommonOptions.Json), parsed.GetValue(CommonOptions.Quiet), cancellation);
        return ErrorReport.Guard(io, () => ((CliCommand)parsed.CommandResult.Command).Run(context, parsed));
    }

    private static ExitCode ShowHelpOrVersion(ParseResult parsed, IConsoleIo io)
    {
        using var output = new StreamWriter(io.Output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        parsed.Invoke(new InvocationConfiguration { Output = output, Error = io.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        return ExitCode.Done;
    }

    private static ExitCode ReportUsage(ParseResult parsed, IConsoleIo io)
    {
        Command command = parsed.CommandResult.Command;
        IEnumerable<string> known = command.Options.Concat(parsed.RootCommandResult.Command.Options.Where(option => option.Recursive)).Select(option => option.Name)
            .Concat(command.Subcommands.Select(subcommand => subcommand.Name));
        foreach (string message in parsed.Errors.Select(error => error.Message.TrimEnd('.')).Distinct())
        {
            string? unknown = message.StartsWith("Unrecognized", StringComparison.Ordinal) ? message.Split('\'')[1] : null;
            io.Error.WriteLine($"error: {message}{(unknown is null ? "" : NearestName.Hint(unknown, known))}");
        }
        string name = command is CliCommand ? $"topicmodel {command.Name}" : "topicmodel";
        io.Error.WriteLine($"'{name} --help' shows what is allowed");
        return ExitCode.Usage;
    }

    /// <summary>Prints the version alone on a line.</summary>
    private sealed class ShowVersion : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.WriteLine(Version);
            return (int)ExitCode.Done;
        }
    }
}
