using TopicModel.Cli.Reports;

namespace TopicModel.Cli.Tests.Reports;

public class ReportFormatTests
{
    [Theory]
    [InlineData(0.05, "5 % are rare")]
    [InlineData(0.125, "12.5 % are rare")]
    [InlineData(0.00004, "0.004 % are rare")]
    public void Shares_OfOneLabel_ArePercentOfThreeDigits(double share, string expected) =>
        Assert.Equal(expected, ReportFormat.Shares(new Dictionary<string, double> { ["rare"] = share }));

    [Fact]
    public void Shares_OfSeveralLabels_StandInOrdinalOrder() =>
        Assert.Equal("10 % are a, 50 % are b", ReportFormat.Shares(new Dictionary<string, double> { ["b"] = 0.5, ["a"] = 0.1 }));
}
