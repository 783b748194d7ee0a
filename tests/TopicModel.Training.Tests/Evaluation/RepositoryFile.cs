namespace TopicModel.Training.Tests.Evaluation;

/// <summary>Finds files of the repository that tests read where they lie.</summary>
internal static class RepositoryFile
{
    /// <summary>The path of a file given relative to the folder of the solution.</summary>
    public static string PathOf(string relativePath)
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "TopicModel.sln"))) folder = Path.GetDirectoryName(folder)!;
        return Path.Combine(folder, relativePath);
    }
}
