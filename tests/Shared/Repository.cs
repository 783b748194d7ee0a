namespace TopicModel.Testing;

/// <summary>The repository that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>Folder of the solution.</summary>
    public static string Root { get; } = Find();

    /// <summary>Path of a file, given by its folders and name below the root.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    // Not from [CallerFilePath]: a deterministic build replaces the folders in it.
    private static string Find()
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "TopicModel.sln"))) return folder;
        throw new DirectoryNotFoundException($"no TopicModel.sln above {AppContext.BaseDirectory}");
    }
}
