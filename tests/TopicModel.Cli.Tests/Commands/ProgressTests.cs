using Spectre.Console;
using TopicModel.Cli.Commands;

namespace TopicModel.Cli.Tests.Commands;

public class ProgressTests
{
    [Fact]
    public void Plain_LongStep_TellsEveryTenSecondsAndItsEnd()
    {
        var error = new StringWriter { NewLine = "\n" };
        var clock = new ManualClock();
        var progress = new PlainProgress(error, clock);

        int result = progress.Show(() =>
        {
            using IProgressStep step = progress.Begin("theme: fit", 200);
            for (int i = 0; i <= 25; i++)
            {
                step.Report(8 * i);
                clock.Seconds += 1;
            }
            return 7;
        });
        progress.Note("done");
        progress.Warn("careful");

        Assert.Equal(7, result);
        Assert.Equal("theme: fit: 40 %\ntheme: fit: 80 %\ntheme: fit: 26.0 s\ndone\nwarning: careful\n", error.ToString());
    }

    [Fact]
    public void Silent_OnlyWarns()
    {
        var error = new StringWriter { NewLine = "\n" };
        var progress = new SilentProgress(error);

        progress.Note("42 documents");
        using (IProgressStep step = progress.Begin("fit", 1)) step.Report(1);
        progress.Warn("careful");

        Assert.Equal("warning: careful\n", error.ToString());
        Assert.Equal(3, progress.Show(() => 3));
    }

    [Fact]
    public void Terminal_ShowsTitlesAsTheyAre()
    {
        var error = new StringWriter { NewLine = "\n" };
        var progress = new TerminalProgress(AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.Yes, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.Yes, Out = new AnsiConsoleOutput(error) }));

        int result = progress.Show(() =>
        {
            using IProgressStep step = progress.Begin("[theme]: fit", 10);
            step.Report(20);
            return 5;
        });
        using (IProgressStep outside = progress.Begin("later", 1)) outside.Report(1);
        progress.Warn("[careful]");

        Assert.Equal(5, result);
        Assert.Matches(@"\[theme\]: fit .*100%", error.ToString());
        Assert.Contains("warning: [careful]", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("later", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, null, null, true)]
    [InlineData(false, null, null, false)]
    [InlineData(true, "1", null, false)]
    [InlineData(true, "", null, true)]
    [InlineData(true, null, "dumb", false)]
    public void UsesColor_TerminalWithoutNoColor(bool isTerminal, string? noColor, string? term, bool expected)
    {
        var io = new FakeConsoleIo { IsOutputTerminal = isTerminal };
        if (noColor is not null) io.Variables["NO_COLOR"] = noColor;
        if (term is not null) io.Variables["TERM"] = term;
        using var context = new CommandContext(io, isJson: false, isQuiet: false, default);

        Assert.Equal(expected, context.UsesColor);
    }

    private sealed class ManualClock : TimeProvider
    {
        public double Seconds { get; set; }

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => (long)(Seconds * 1000);
    }
}
