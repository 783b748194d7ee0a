namespace TopicModel.Hosting.Tests;

public class PublicApiTests
{
    [Fact]
    public void PublicApi_IsTheStoredOne() => PublicApi.AssertStored(typeof(TopicModelService).Assembly, "TopicModel.Predictor.Hosting.Tests");
}
