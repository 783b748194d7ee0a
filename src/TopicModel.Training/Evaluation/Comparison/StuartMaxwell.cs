using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Training.Evaluation.Comparison;

/// <summary>
/// The test of Stuart (1955) and Maxwell (1970): whether two classifiers give each label equally often to the same documents.
/// </summary>
internal static class StuartMaxwell
{
    /// <summary>Name of the test.</summary>
    public const string Name = "Stuart-Maxwell";

    /// <summary>
    /// With d_i = n_i. − n_.i and S_ii = n_i. + n_.i − 2 n_ii, S_ij = −(n_ij + n_ji), for all labels but one of those that the two give
    /// differently: χ² = dᵀ S⁻¹ d, with as many degrees of freedom as labels are left. Labels on which the two always agree say nothing and
    /// are left out; p is 1 when none remains. Where labels fall apart into groups that are never taken for each other, S is singular and
    /// its pseudo-inverse and rank are taken.
    /// </summary>
    /// <param name="counts">[label given before][label given after] -> documents.</param>
    public static SignificanceTest Test(int[][] counts)
    {
        int[] changed = [.. Enumerable.Range(0, counts.Length).Where(i => Enumerable.Range(0, counts.Length).Any(j => j != i && counts[i][j] + counts[j][i] > 0))];
        if (changed.Length < 2) return new SignificanceTest(Name, 0, 0, 1);
        int[] labels = changed[..^1];
        Vector<double> difference = Vector<double>.Build.Dense(labels.Length, i => Row(counts, labels[i]) - Column(counts, labels[i]));
        Matrix<double> covariance = Matrix<double>.Build.Dense(labels.Length, labels.Length, (i, j) => i == j
            ? Row(counts, labels[i]) + Column(counts, labels[i]) - 2.0 * counts[labels[i]][labels[i]]
            : -(counts[labels[i]][labels[j]] + (double)counts[labels[j]][labels[i]]));
        double chiSquared = difference * (covariance.PseudoInverse() * difference);
        int freedom = covariance.Rank();
        return new SignificanceTest(Name, chiSquared, freedom, SpecialFunctions.GammaUpperRegularized(freedom / 2.0, Math.Max(0, chiSquared) / 2));
    }

    private static double Row(int[][] counts, int label) => counts[label].Sum();

    private static double Column(int[][] counts, int label) => counts.Sum(row => row[label]);
}
