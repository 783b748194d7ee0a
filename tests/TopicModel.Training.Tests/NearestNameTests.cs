
namespace TopicModel.Training.Tests;

public class NearestNameTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "abc", 0)]
    [InlineData("abc", "", 3)]
    [InlineData("trian", "train", 1)]
    [InlineData("kitten", "sitting", 3)]
    public void Edits_Pairs(string left, string right, int edits)
    {
        Assert.Equal(edits, NearestName.Edits(left, right));
        Assert.Equal(edits, NearestName.Edits(right, left));
    }

    [Fact]
    public void Find_NothingNear_IsNull()
    {
        Assert.Null(NearestName.Find("bananas", ["seed", "threads", "data"]));
        Assert.Null(NearestName.Find("xy", ["id"]));
        Assert.Equal("threads", NearestName.Find("thread", ["seed", "threads", "data"]));
    }
}
