namespace TopicModel.Cli.Tests;

/// <summary>The repository that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "TopicModel.sln"))) return folder;
        throw new DirectoryNotFoundException($"no TopicModel.sln above {AppContext.BaseDirectory}");
    }
}
