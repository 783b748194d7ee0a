using System.Diagnostics;
using System.Globalization;

namespace TopicModel.Benchmarks;

/// <summary>
/// What loading a model and the first prediction take in a process that has done neither, but has opened a file before, as every process
/// that was told the name of a model on its command line or in its settings has. As in an app whose code is compiled when it runs; with
/// -p:CompileAhead=true as in the console.
/// </summary>
internal static class ColdStart
{
    /// <summary>Word on the command line: measures in processes of their own.</summary>
    public const string Command = "cold";

    /// <summary>Word on the command line of such a process.</summary>
    public const string OneProcess = "cold-process";

    private const int Processes = 15;

    /// <summary>Prints medians, least and most of some processes, in milliseconds.</summary>
    public static void MeasureMany(string path)
    {
        double[][] runs = [.. Enumerable.Range(0, Processes).Select(_ => Start(path))];
        Print("load", [.. runs.Select(run => run[0])]);
        Print("first prediction", [.. runs.Select(run => run[1])]);
    }

    /// <summary>Prints the milliseconds of loading and of the first prediction in this process.</summary>
    public static void Measure(string path)
    {
        using (File.OpenHandle(typeof(ColdStart).Assembly.Location)) { }
        long start = Stopwatch.GetTimestamp();
        using TopicClassifier classifier = TopicClassifier.Load(path);
        double load = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        start = Stopwatch.GetTimestamp();
        classifier.Predict("The two ministers signed an agreement on trade in Hanoi on Monday.");
        double prediction = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        Console.WriteLine(FormattableString.Invariant($"{load} {prediction}"));
    }

    private static double[] Start(string path)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ColdStart).Assembly.Location, OneProcess, path]) { RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? [.. output.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))]
            : throw new InvalidOperationException($"{path} could not be loaded: the process ended with {process.ExitCode}");
    }

    private static void Print(string name, double[] milliseconds)
    {
        Array.Sort(milliseconds);
        Console.WriteLine(FormattableString.Invariant($"{name}: {milliseconds[Processes / 2]:F1} ms ({milliseconds[0]:F1} to {milliseconds[^1]:F1}, {Processes} processes)"));
    }
}
