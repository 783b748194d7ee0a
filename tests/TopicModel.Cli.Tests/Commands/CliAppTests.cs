using System.CommandLine;
using TopicModel.Cli.Commands;
using TopicModel.Cli.Configuration;

namespace TopicModel.Cli.Tests.Commands;

public sealed class CliAppTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public static TheoryData<string> CommandNames => [.. CliApp.CreateRoot().Subcommands.Select(command => command.Name)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(CommandNames))]
    public void Help_OfEveryCommand_HasAnExampleThatParses(string name)
    {
        var io = new FakeConsoleIo();

        Assert.Equal(ExitCode.Done, CliApp.Run([name, "--help"], io, default));

        var command = (CliCommand)CliApp.CreateRoot().Subcommands.Single(command => command.Name == name);
        Assert.StartsWith($"topicmodel {name}", command.Example, StringComparison.Ordinal);
        Assert.EndsWith($"Example:\n  {command.Example}\n\n", io.OutputText, StringComparison.Ordinal);
        Assert.Contains("--json", io.OutputText, StringComparison.Ordinal);
        Assert.Contains("--quiet", io.OutputText, StringComparison.Ordinal);
        Assert.Equal("", io.ErrorText.ToString());
        string[] arguments = command.Example.Split(" > ")[0].Split(' ')[1..];
        Assert.Empty(CliApp.CreateRoot().Parse(arguments).Errors);
    }

    [Theory]
    [InlineData("", "error: Required command was not provided\n'topicmodel --help' shows what is allowed\n")]
    [InlineData("prdict", "error: Required command was not provided\nerror: Unrecognized command or argument 'prdict' (did you mean 'predict'?)\n'topicmodel --help' shows what is allowed\n")]
    [InlineData("predict --modles x", "error: Unrecognized command or argument '--modles' (did you mean '--models'?)\n'topicmodel predict --help' shows what is allowed\n")]
    [InlineData("inspect", "error: Required argument missing for command: 'inspect'\n'topicmodel inspect --help' shows what is allowed\n")]
    [InlineData("inspect m --tpo 3", "error: Unrecognized command or argument '--tpo' (did you mean '--top'?)\nerror: Unrecognized command or argument '3'\n'topicmodel inspect --help' shows what is allowed\n")]
    [InlineData("inspect m --top -1", "error: --top is '-1'; a whole number from 0 to 50 was expected\n'topicmodel inspect --help' shows what is allowed\n")]
    [InlineData("check --threads x", "error: --threads is 'x'; a whole number from 0 to 1024 was expected\n'topicmodel check --help' shows what is allowed\n")]
    [InlineData("explain a --row 0", "error: --row is '0'; a whole number of at least 1 was expected\n'topicmodel explain --help' shows what is allowed\n")]
    public void Run_WrongUsage_IsExitCode2(string line, string message)
    {
        var io = new FakeConsoleIo();

        ExitCode code = CliApp.Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries), io, default);

        Assert.Equal((ExitCode.Usage, "", message), (code, io.OutputText, io.ErrorText.ToString()));
    }

    [Fact]
    public void LoadConfig_OptionsCountMoreThanSet()
    {
        string config = _folder.Write("train.json", """{ "data": { "train": ["a"] }, "classifiers": { "a": { "kind": "binary", "label": "b" } }, "output": { "models": "m", "reports": "/elsewhere/r" } }""");
        ParseResult arguments = new AllOptions().Parse(["--config", config, "--set", "seed=1", "--set", "threads=4", "--set", "data.holdout=0.3", "--threads", "3", "--output", _folder["trial"]]);

        TrainConfig loaded = CommonOptions.LoadConfig(arguments, _ => { });

        Assert.Equal((1, 3, 0.3), (loaded.Seed, loaded.Threads, loaded.Data.Holdout));
        Assert.Equal(_folder["trial/m"], loaded.Output.Models);
        Assert.Equal(3, CommonOptions.ThreadCount(arguments));
    }

    [Fact]
    public void ModelLocation_ModelsGiven_DoesNotReadABrokenDefaultConfig()
    {
        string config = _folder.Write("broken.json", "{");

        Assert.Equal(new ModelLocation("m", "id"), ModelLocation.Of(new AllOptions().Parse(["--models", "m"]), _ => { }));
        Assert.Throws<ConfigException>(() => ModelLocation.Of(new AllOptions().Parse(["--models", "m", "--config", config]), _ => { }));
    }

    [Fact]
    public void ModelLocation_Config_NamesFolderAndIdentifier()
    {
        string config = _folder.Write("train.json", """{ "data": { "train": ["a"], "fields": { "id": "key" } }, "classifiers": { "a": { "kind": "binary", "label": "b" } } }""");

        Assert.Equal(new ModelLocation(_folder["models"], "key"), ModelLocation.Of(new AllOptions().Parse(["--config", config]), _ => { }));
    }

    private sealed class AllOptions() : CliCommand("all", "Takes every option.", "topicmodel all",
        CommonOptions.Config, CommonOptions.Models, CommonOptions.Output, CommonOptions.Threads, CommonOptions.Seed, CommonOptions.Set)
    {
        public override ExitCode Run(CommandContext context, ParseResult arguments) => ExitCode.Done;
    }
}
