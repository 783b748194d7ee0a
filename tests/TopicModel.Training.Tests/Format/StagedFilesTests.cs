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
        Assert.Equal($"{path} cannot be written: {folder["a"]} is a file, not a folder", exception.Message);
        Assert.Equal($"{folder["a/b/c/d"]} cannot be written: {folder["a"]} is a file, not a folder", Assert.Throws<IOException>(() => files.Stage(folder["a/b/c/d"], "new"u8)).Message);
    }

    [Fact]
    public void Dispose_WithoutCommit_RemovesFoldersThatItMadeAndNoOthers()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder["old/empty"]);
        using (var files = new StagedFiles())
        {
            files.Stage(folder["old/empty/a"], "a"u8);
            files.Stage(folder["new/deep/b"], "b"u8);
            files.Stage(folder["other/c"], "c"u8);
            File.WriteAllText(folder["other/of-somebody-else"], "");
        }
        Assert.Equal(["old", "old/empty", "other"], Folders(folder));
    }

    [Fact]
    public void Probe_ChangesNothing()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["a"], "old");
        StagedFiles.Probe([folder["a"], folder["new/deep/b"], folder["new/c"]]);
        Assert.Empty(Folders(folder));
        Assert.Equal("old", File.ReadAllText(folder["a"]));
        Assert.Single(folder.Snapshot());
    }

    [Fact]
    public void Probe_WhereAFileStandsInTheWay_NamesItAndLeavesNothing()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["a"], "a file, no folder");
        Assert.Equal($"{folder["a/b"]} cannot be written: {folder["a"]} is a file, not a folder", Assert.Throws<IOException>(() => StagedFiles.Probe([folder["new/c"], folder["a/b"]])).Message);
        Assert.Empty(Folders(folder));
        Assert.Single(folder.Snapshot());
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

    private static IEnumerable<string> Folders(TempFolder folder) => Directory.GetDirectories(folder.Path, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(folder.Path, path).Replace('\\', '/')).Order(StringComparer.Ordinal);
}
