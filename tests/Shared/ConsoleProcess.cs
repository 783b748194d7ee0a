using System.Diagnostics;
using System.Text;

namespace TopicModel.Testing;

/// <summary>Runs the built console as a user does; for test projects that reference it.</summary>
internal static class ConsoleProcess
{
    /// <summary>How long a command may take on the busiest machine; after that it hangs.</summary>
    public static readonly TimeSpan Hang = TimeSpan.FromMinutes(10);

    public static ConsoleResult Run(string folder, string[] arguments, byte[]? input = null, Dictionary<string, string>? environment = null)
    {
        using Process process = Start(folder, arguments, environment);
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        if (input is not null) process.StandardInput.BaseStream.Write(input);
        process.StandardInput.Close();
        Assert.True(process.WaitForExit(Hang), "the console did not end");
        return new ConsoleResult(process.ExitCode, output.Result, error.Result);
    }

    public static Process Start(string folder, string[] arguments, Dictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "topicmodel.dll"));
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("TOPICMODEL_", StringComparison.OrdinalIgnoreCase)).ToList()) start.Environment.Remove(name);
        foreach ((string name, string value) in environment ?? []) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
