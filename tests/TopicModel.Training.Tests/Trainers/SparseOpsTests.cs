using System.Runtime.Intrinsics;
using TopicModel.Training.Data;
using TopicModel.Training.Trainers;

namespace TopicModel.Training.Tests.Trainers;

public sealed class SparseOpsTests
{
    private const int Features = 30;

    public static TheoryData<int> Lengths() => [0, 1, 2, 3, 8, 17];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Dot_GivesTheBitsOfTheScalarTwin(int length)
    {
        (int[] columns, float[] values, float[] weights, _, _) = Data(length);
        Vector256<float> product = SparseOps.Dot(columns, values, weights);
        for (int lane = 0; lane < SparseOps.Lanes; lane++)
        {
            float even = 0, odd = 0;
            for (int i = 0; i < length; i++)
                if (i % 2 == 0) even += values[i] * weights[columns[i] * SparseOps.Lanes + lane];
                else odd += values[i] * weights[columns[i] * SparseOps.Lanes + lane];
            Assert.Equal(even + odd, product[lane]);
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Axpy_GivesTheBitsOfTheScalarTwin(int length)
    {
        (int[] columns, float[] values, float[] weights, _, float[] step) = Data(length);
        float[] twin = [.. weights];
        SparseOps.Axpy(columns, values, Vector256.Create(step), weights);
        for (int i = 0; i < length; i++)
            for (int lane = 0; lane < SparseOps.Lanes; lane++) twin[columns[i] * SparseOps.Lanes + lane] += values[i] * step[lane];
        Assert.Equal(twin, weights);
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void AxpyScaled_GivesTheBitsOfTheScalarTwin(int length)
    {
        (int[] columns, float[] values, float[] weights, float[] scales, float[] step) = Data(length);
        float[] twin = [.. weights];
        SparseOps.AxpyScaled(columns, values, Vector256.Create(step), scales, weights);
        for (int i = 0; i < length; i++)
            for (int lane = 0; lane < SparseOps.Lanes; lane++)
            {
                int place = columns[i] * SparseOps.Lanes + lane;
                twin[place] += values[i] * scales[place] * scales[place] * step[lane];
            }
        Assert.Equal(twin, weights);
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void ScaledSquaredNorm_GivesTheBitsOfTheScalarTwin(int length)
    {
        (int[] columns, float[] values, _, float[] scales, _) = Data(length);
        Vector256<float> norms = SparseOps.ScaledSquaredNorm(columns, values, scales);
        for (int lane = 0; lane < SparseOps.Lanes; lane++)
        {
            float sum = 0;
            for (int i = 0; i < length; i++)
            {
                float scaled = values[i] * scales[columns[i] * SparseOps.Lanes + lane];
                sum += scaled * scaled;
            }
            Assert.Equal(sum, norms[lane]);
        }
    }

    [Fact]
    public void SquaredNorm_AddsTheSquaresInOrder() => Assert.Equal(0.1f * 0.1f + 0.7f * 0.7f + 3f * 3f, SparseOps.SquaredNorm([0.1f, -0.7f, 3f]));

    [Fact]
    public void Mask_SetsTheLanesOfTheBits()
    {
        for (int bits = 0; bits < 256; bits++)
        {
            Vector256<int> mask = SparseOps.Mask((byte)bits).AsInt32();
            for (int lane = 0; lane < SparseOps.Lanes; lane++) Assert.Equal((bits >> lane & 1) != 0 ? -1 : 0, mask[lane]);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(19)]
    public void DenseOps_GiveTheBitsOfTheScalarTwins(int length)
    {
        var random = new DeterministicRandom(length);
        double[] left = [.. Enumerable.Range(0, length).Select(_ => random.NextDouble() - 0.5)], right = [.. Enumerable.Range(0, length).Select(_ => random.NextDouble())];
        var sums = new double[8];
        int whole = length / 8 * 8;
        for (int i = 0; i < whole; i++) sums[i % 8] += left[i] * right[i];
        double product = (sums[0] + sums[4] + (sums[1] + sums[5])) + (sums[2] + sums[6] + (sums[3] + sums[7]));
        for (int i = whole; i < length; i++) product += left[i] * right[i];

        Assert.Equal(product, DenseOps.Dot(left, right));

        double[] twin = [.. left.Zip(right, (l, r) => l + 0.3 * r)];
        DenseOps.AddScaled(left, 0.3, right);
        Assert.Equal(twin, left);
    }

    private static (int[] Columns, float[] Values, float[] Weights, float[] Scales, float[] Step) Data(int length)
    {
        var random = new DeterministicRandom(7, length);
        var columns = new int[Features];
        for (int i = 0; i < Features; i++) columns[i] = i;
        random.Shuffle(columns);
        float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => (float)(random.NextDouble() - 0.5))];
        return (columns[..length], Numbers(length), Numbers(Features * SparseOps.Lanes), Numbers(Features * SparseOps.Lanes), Numbers(SparseOps.Lanes));
    }
}
