using System.Globalization;
using TopicModel.Training.Trainers;

namespace TopicModel.Cli.Configuration;

/// <summary>The trainers that train.json can name.</summary>
internal static class Trainers
{
    /// <summary>Makes a trainer.</summary>
    /// <exception cref="ArgumentException">The name or an option is not known, or a value is no number.</exception>
    public static ITrainer Create(string name, IReadOnlyDictionary<string, string> options)
    {
        if (name != "LinearSvm") throw new ArgumentException($"there is no trainer '{name}'; there is LinearSvm");
        if (options.Keys.FirstOrDefault(key => key != "C") is { } other) throw new ArgumentException($"LinearSvm has no option '{other}'; it has C");
        return new LinearSvm(options.TryGetValue("C", out string? c) ? new LinearSvmOptions { C = double.Parse(c, CultureInfo.InvariantCulture) } : new LinearSvmOptions());
    }
}
