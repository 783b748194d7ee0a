using TopicModel.Training.Evaluation.Comparison;
using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Training.Tests.Evaluation.Comparison;

/// <summary>Against SciPy 1.10: stats.binomtest, and the pseudo-inverse of the whole covariance with stats.chi2.</summary>
public class SignificanceTests
{
    [Theory]
    [InlineData(15, 1, 1, 0.000518798828125)]
    [InlineData(4, 12, 4, 0.076812744140625)]
    [InlineData(0, 0, 0, 1.0)]
    [InlineData(7, 7, 7, 1.0)]
    [InlineData(0, 6, 0, 0.03125)]
    [InlineData(1, 0, 0, 1.0)]
    [InlineData(120, 90, 90, 0.0451140878648407)]
    public void McNemar_Counts_AsSciPy(int broken, int repaired, double statistic, double p)
    {
        SignificanceTest test = McNemar.Test(broken, repaired);

        Assert.Equal(("McNemar, exact", statistic, 0), (test.Name, test.Statistic, test.DegreesOfFreedom));
        Assert.Equal(p, test.PValue, 1e-12);
    }

    [Theory]
    [InlineData("38,5,0,1;33,11,3,0;10,14,5,6;3,7,3,10", 41.99118000801815, 3, 4.029454877434491e-09)]
    [InlineData("20,10,5;3,30,15;0,5,40", 13.764705882352946, 2, 0.0010257277265580719)]
    [InlineData("10,0;0,10", 0, 0, 1)]
    [InlineData("10,4;1,10", 1.8, 1, 0.17971249487899615)]
    [InlineData("5,3,0,0;1,5,0,0;0,0,7,2;0,0,6,7", 3, 2, 0.22313016014842993)]
    [InlineData("9,0,0;0,5,2;0,2,5", 0, 1, 1)]
    public void StuartMaxwell_Table_AsTheWholePseudoInverse(string table, double chiSquared, int freedom, double p)
    {
        int[][] counts = [.. table.Split(';').Select(row => row.Split(',').Select(int.Parse).ToArray())];

        SignificanceTest test = StuartMaxwell.Test(counts);

        Assert.Equal(freedom, test.DegreesOfFreedom);
        Assert.Equal(chiSquared, test.Statistic, 1e-9);
        Assert.Equal(p, test.PValue, 1e-12);
    }
}
