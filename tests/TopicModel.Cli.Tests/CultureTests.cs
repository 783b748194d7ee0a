using System.Globalization;
using TopicModel.Cli.Configuration;
using TopicModel.Cli.Reports;
using TopicModel.Cli.Tests.Configuration;
using TopicModel.Cli.Tests.Reports.Html;

namespace TopicModel.Cli.Tests;

/// <summary>A machine that writes 0,2 and 1.200 reads and writes the same files. (Invariant globalization has no vi-VN, so it is made here.)</summary>
public class CultureTests
{
    [Fact]
    public void Configuration_DecimalComma_IsReadAndToldAsEverywhere() => InVietnamese(() =>
    {
        using var fixture = new ConfigFixture();
        Assert.Equal(0.25, fixture.Load($"{{ {ConfigFixture.Data}, {ConfigFixture.Classifiers} }}", sets: ["data.holdout=0.25"]).Data.Holdout);
        Assert.Equal("--set: data.holdout is '0,25'; a number from 0 (no test) to 0.9 was expected", fixture.Error($"{{ {ConfigFixture.Data}, {ConfigFixture.Classifiers} }}", sets: ["data.holdout=0,25"]));
        Assert.Equal(new ConfigOverride("seed", "7", "--set"), ConfigOverride.Parse("seed=7"));
    });

    [Fact]
    public void Report_DecimalComma_IsTheSame()
    {
        string expected = ReportMarkdown.Write(SampleDetails.Full());
        InVietnamese(() => Assert.Equal(expected, ReportMarkdown.Write(SampleDetails.Full())));
    }

    private static void InVietnamese(Action test)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        var vietnamese = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (vietnamese.NumberFormat.NumberDecimalSeparator, vietnamese.NumberFormat.NumberGroupSeparator) = (",", ".");
        try
        {
            CultureInfo.CurrentCulture = vietnamese;
            test();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
