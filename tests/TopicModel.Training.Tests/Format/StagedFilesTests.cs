using TopicModel.Training.Format;

namespace TopicModel.Training.Tests.Format;

public sealed class StagedFilesTests
{
    [Fact]
    public void Commit_ReplacesAllAndLeavesNothingElse()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["a"], "old");
        using var files = new StagedFiles();
        string temporary = files.Stage(folder["a"], "new"u8);
        files.Stage(folder["deep/er/b"], "other"u8);
        Assert.Equal("old", File.ReadAllText(folder["a"]));
        Assert.Equal("new", File.ReadAllText(temporary));
        files.Commit();
        Assert.Equal(["a", Path.Combine("deep", "er", "b")], folder.Snapshot().Keys);
        Assert.Equal("new", File.ReadAllText(folder["a"]));
    }

    [Fact]
    public void Dispose_WithoutCommit_LeavesOldFilesOnly()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["a"], "old");
        using (var files = new StagedFiles()) files.Stage(folder["a"], "new"u8);
        Assert.Equal("old", File.ReadAllText(folder["a"]));
        Assert.Single(folder.Snapshot());
    }

    [Fact]
    public void Stage_WhereAFileStandsInTheWay_NamesThePath()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["a"], "a file, no folder");
        using var files = new StagedFiles();
        string path = folder["a/b"];
        var exception = Assert.Throws<IOException>(() => files.Stage(path, "new"u8));
        Assert.StartsWith($"{path} cannot be written: ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Stage_WhereAFolderHasTheName_RefusesBeforeAnythingIsReplaced()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["a"], "old");
        Directory.CreateDirectory(folder["b"]);
        using (var files = new StagedFiles())
        {
            files.Stage(folder["a"], "new"u8);
            Assert.Equal($"{folder["b"]} cannot be written: it is a folder", Assert.Throws<IOException>(() => files.Stage(folder["b"], "new"u8)).Message);
        }
        Assert.Equal("old", File.ReadAllText(folder["a"]));
        Assert.Single(folder.Snapshot());
    }

    [Fact]
    public void Stage_FullDisk_NamesThePathAndLeavesNothing()
    {
        if (!File.Exists("/dev/full")) return;
        using var folder = new TempFolder();
        File.CreateSymbolicLink($"{folder["a"]}.{Environment.ProcessId}.tmp", "/dev/full");
        using (var files = new StagedFiles())
        {
            var exception = Assert.Throws<IOException>(() => files.Stage(folder["a"], "new"u8));
            Assert.StartsWith($"{folder["a"]} cannot be written: ", exception.Message, StringComparison.Ordinal);
        }
        Assert.Empty(folder.Snapshot());
    }
}
