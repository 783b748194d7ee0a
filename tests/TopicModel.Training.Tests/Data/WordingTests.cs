using TopicModel.Training.Data;

namespace TopicModel.Training.Tests.Data;

public sealed class WordingTests
{
    [Fact]
    public void Count_WithAndWithoutPlural() => Assert.Equal(("1 row", "0 rows", "12,345 rows"), (Wording.Count(1, "row"), Wording.Count(0, "row"), Wording.Count(12345, "row")));

    [Fact]
    public void List_OfAnyLength()
    {
        Assert.Equal("", Wording.List([]));
        Assert.Equal("'a'", Wording.List(["a"]));
        Assert.Equal("'a' or 'b'", Wording.List(["a", "b"], "or"));
        Assert.Equal("'a', 'b' and 'c'", Wording.List(["a", "b", "c"]));
        Assert.Equal("'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '14', '15', '16', '17', '18', '19' and 80 more", Wording.List(Enumerable.Range(0, 100).Select(i => $"{i}")));
    }
}
