using System.Diagnostics;
using System.Text;

namespace TopicModel.Testing;

/// <summary>Runs the SDK, or a program that it made, as a user does in a shell.</summary>
internal static class DotnetCommand
{
    /// <summary>Runs <c>dotnet</c> and returns what it printed. Leaves nothing in the folders of the build that runs the tests.</summary>
    /// <param name="folder">Working folder.</param>
    /// <param name="arguments">Of the command.</param>
    /// <exception cref="InvalidOperationException">The exit code is not 0; the message has what was printed.</exception>
    public static string Run(string folder, params string[] arguments)
    {
        (int code, string output) = TryRun("dotnet", folder, arguments);
        return code == 0 ? output : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)}: exit code {code}\n{output}");
    }

    /// <summary>Runs a program and returns its exit code with what it printed, errors behind the output.</summary>
    public static (int ExitCode, string Output) TryRun(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList()) start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        // The build that made the tests has analysed the same sources.
        start.Environment["RunAnalyzers"] = "false";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        return (process.ExitCode, output.Result + error.Result);
    }
}
