using System.Text;

namespace TopicModel.Cli.Tests;

/// <summary>Files that people have read and found right, in the folder Expectations.</summary>
internal static class Expectations
{
    /// <summary>Compares with a file. On a difference, what came out is put beside the test assembly, for whoever finds it right to copy.</summary>
    public static void AssertEqual(string file, string actual)
    {
        string expected = Repository.PathOf("tests", "TopicModel.Cli.Tests", "Expectations", file), received = Path.Combine(AppContext.BaseDirectory, $"received-{file}");
        File.WriteAllText(received, actual, new UTF8Encoding(false));
        Assert.True(File.Exists(expected), $"{expected} is missing; {received} is what came out");
        Assert.Equal(File.ReadAllText(expected), actual);
    }
}
