namespace TopicModel.Tests;

public class PublicApiTests
{
    [Fact]
    public void PublicApi_IsTheStoredOne() => PublicApi.AssertStored(typeof(TopicClassifier).Assembly, "TopicModel.Predictor.Tests");
}
