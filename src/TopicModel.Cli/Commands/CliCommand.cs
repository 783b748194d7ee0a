using System.CommandLine;

namespace TopicModel.Cli.Commands;

/// <summary>A command of the console: its options, its help, and what it does.</summary>
internal abstract class CliCommand : Command
{
    /// <param name="name">What the user types.</param>
    /// <param name="description">One sentence for the list of commands.</param>
    /// <param name="example">A command line that works, shown in its help.</param>
    /// <param name="options">Common options that it takes, besides --quiet.</param>
    protected CliCommand(string name, string description, string example, params ReadOnlySpan<Option> options) : base(name, description)
    {
        Example = example;
        foreach (Option option in options) Add(option);
        Add(CommonOptions.Json);
        Add(CommonOptions.Quiet);
    }

    /// <summary>Adds an argument that refuses what looks like an option: a misspelt one would otherwise be taken for a file.</summary>
    protected void AddArgument(Argument argument)
    {
        argument.Validators.Add(result =>
        {
            foreach (string token in result.Tokens.Select(token => token.Value).Where(token => token.StartsWith("--", StringComparison.Ordinal)))
                result.AddError($"Unrecognized command or argument '{token}'");
        });
        Arguments.Add(argument);
    }

    /// <summary>A command line that works.</summary>
    public string Example { get; }

    /// <summary>Does the work. Errors are thrown; <see cref="ErrorReport"/> knows their exit codes.</summary>
    public abstract ExitCode Run(CommandContext context, ParseResult arguments);
}
