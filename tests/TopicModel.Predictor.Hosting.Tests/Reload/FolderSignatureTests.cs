using TopicModel.Hosting.Reload;

namespace TopicModel.Hosting.Tests.Reload;

public class FolderSignatureTests
{
    private static bool Changes(TempFolder folder, Action change)
    {
        FolderSignature before = FolderSignature.Of(folder.Path);
        Assert.Equal(before, FolderSignature.Of(folder.Path));
        Assert.Equal(before.GetHashCode(), FolderSignature.Of(folder.Path).GetHashCode());
        change();
        return !FolderSignature.Of(folder.Path).Equals(before);
    }

    [Fact]
    public void Of_ModelsThatAreWrittenMovedAddedOrRemoved_Differs()
    {
        using var folder = new TempFolder();
        folder.Write("a.tmodel", "one");
        Assert.True(Changes(folder, () => folder.Write("a.tmodel", "longer")));
        Assert.True(Changes(folder, () => File.SetLastWriteTimeUtc(folder["a.tmodel"], DateTime.UnixEpoch)));
        Assert.True(Changes(folder, () => folder.Write("b.tmodel", "two")));
        Assert.True(Changes(folder, () => File.Delete(folder["b.tmodel"])));
        Assert.True(Changes(folder, () => Directory.Delete(folder.Path, recursive: true)));
        Assert.True(Changes(folder, () => folder.Write("a.tmodel", "longer")));
    }

    [Fact]
    public void Of_AnotherFileOfTheSameLengthAndTimeOfWriting_Differs()
    {
        using var folder = new TempFolder();
        File.SetLastWriteTimeUtc(folder.Write("a.tmodel", "one"), DateTime.UnixEpoch);
        Assert.True(Changes(folder, () =>
        {
            File.SetLastWriteTimeUtc(folder.Write("a.tmp", "two"), DateTime.UnixEpoch);
            File.Move(folder["a.tmp"], folder["a.tmodel"], overwrite: true);
        }));
    }

    [Fact]
    public void Of_ALinkToAnotherFile_Differs()
    {
        using var folder = new TempFolder();
        folder.Write("one/a.tmodel", "one");
        folder.Write("two/a.tmodel", "two");
        File.CreateSymbolicLink(folder["a.tmodel"], folder["one/a.tmodel"]);
        Assert.True(Changes(folder, () =>
        {
            File.Delete(folder["a.tmodel"]);
            File.CreateSymbolicLink(folder["a.tmodel"], folder["two/a.tmodel"]);
        }));
        Assert.True(Changes(folder, () => folder.Write("two/a.tmodel", "other")));
        Assert.True(Changes(folder, () => File.Delete(folder["two/a.tmodel"])));
    }

    [Fact]
    public void Of_OtherFilesOfTheFolder_DoesNotMatter()
    {
        using var folder = new TempFolder();
        folder.Write("a.tmodel", "one");
        Assert.False(Changes(folder, () => folder.Write("a.tmodel.123.tmp", "two")));
        Assert.False(Changes(folder, () => folder.Write("reports/report.json", "{}")));
        Assert.False(Changes(folder, () => File.ReadAllText(folder["a.tmodel"])));
    }
}
