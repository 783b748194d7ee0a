using TopicModel.Training.Data;
using TopicModel.Training.Trainers;

namespace TopicModel.Training.Tests.Trainers;

public sealed class SparseOpsTests
{
    private const int Features = 30;

    public static TheoryData<int> Lengths() => [0, 1, 2, 3, 8, 17];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Kernels_OfEightAndSixteenLanes_GiveTheBitsOfTheScalarTwins(int length)
    {
        CheckDot<Lanes8>(length);
        CheckDot<Lanes16>(length);
        CheckAxpy<Lanes8>(length);
        CheckAxpy<Lanes16>(length);
        CheckAxpyScaled<Lanes8>(length);
        CheckAxpyScaled<Lanes16>(length);
        CheckScaledSquaredNorm<Lanes8>(length);
        CheckScaledSquaredNorm<Lanes16>(length);
    }

    private static void CheckDot<T>(int length) where T : struct, ILanes<T>
    {
        (int[] columns, float[] values, float[] weights, _, _) = Data(length, T.Count);
        T product = SparseOps.Dot<T>(columns, values, weights);
        for (int lane = 0; lane < T.Count; lane++)
        {
            float even = 0, odd = 0;
            for (int i = 0; i < length; i++)
                if (i % 2 == 0) even += values[i] * weights[columns[i] * T.Count + lane];
                else odd += values[i] * weights[columns[i] * T.Count + lane];
            Assert.Equal(even + odd, product[lane]);
        }
    }

    private static void CheckAxpy<T>(int length) where T : struct, ILanes<T>
    {
        (int[] columns, float[] values, float[] weights, _, float[] step) = Data(length, T.Count);
        float[] twin = [.. weights];
        SparseOps.Axpy(columns, values, T.Load(ref step[0], 0), weights);
        for (int i = 0; i < length; i++)
            for (int lane = 0; lane < T.Count; lane++) twin[columns[i] * T.Count + lane] += values[i] * step[lane];
        Assert.Equal(twin, weights);
    }

    private static void CheckAxpyScaled<T>(int length) where T : struct, ILanes<T>
    {
        (int[] columns, float[] values, float[] weights, float[] scales, float[] step) = Data(length, T.Count);
        float[] twin = [.. weights];
        SparseOps.AxpyScaled(columns, values, T.Load(ref step[0], 0), scales, weights);
        for (int i = 0; i < length; i++)
            for (int lane = 0; lane < T.Count; lane++)
            {
                int place = columns[i] * T.Count + lane;
                twin[place] += values[i] * scales[place] * scales[place] * step[lane];
            }
        Assert.Equal(twin, weights);
    }

    private static void CheckScaledSquaredNorm<T>(int length) where T : struct, ILanes<T>
    {
        (int[] columns, float[] values, _, float[] scales, _) = Data(length, T.Count);
        T norms = SparseOps.ScaledSquaredNorm<T>(columns, values, scales);
        for (int lane = 0; lane < T.Count; lane++)
        {
            float sum = 0;
            for (int i = 0; i < length; i++)
            {
                float scaled = values[i] * scales[columns[i] * T.Count + lane];
                sum += scaled * scaled;
            }
            Assert.Equal(sum, norms[lane]);
        }
    }

    [Fact]
    public void SquaredNorm_AddsTheSquaresInOrder() => Assert.Equal(0.1f * 0.1f + 0.7f * 0.7f + 3f * 3f, SparseOps.SquaredNorm([0.1f, -0.7f, 3f]));

    [Fact]
    public void Mask_SetsTheLanesOfTheBits_AndBitsReadsThem()
    {
        CheckMask<Lanes8>();
        CheckMask<Lanes16>();
    }

    [Fact]
    public void Lanes_OfBothWidths_CompareAndSelectLaneByLane()
    {
        CheckSelection<Lanes8>();
        CheckSelection<Lanes16>();
    }

    private static void CheckMask<T>() where T : struct, ILanes<T>
    {
        for (int bits = 0; bits < 1 << T.Count; bits++)
        {
            T mask = T.Mask(bits);
            Assert.Equal(bits, mask.Bits());
            Assert.Equal(bits == 0, mask.AreZero());
            for (int lane = 0; lane < T.Count; lane++) Assert.Equal((bits >> lane & 1) != 0 ? -1 : 0, BitConverter.SingleToInt32Bits(mask[lane]));
        }
    }

    private static void CheckSelection<T>() where T : struct, ILanes<T>
    {
        float[] left = [.. Enumerable.Range(0, T.Count).Select(lane => (float)(lane % 3))], right = [.. Enumerable.Range(0, T.Count).Select(lane => (float)(lane % 2))];
        (T x, T y) = (T.Load(ref left[0], 0), T.Load(ref right[0], 0));
        for (int lane = 0; lane < T.Count; lane++)
        {
            (float a, float b) = (left[lane], right[lane]);
            Assert.Equal((Math.Min(a, b), Math.Max(a, b)), (T.Min(x, y)[lane], T.Max(x, y)[lane]));
            Assert.Equal(a > b, (T.AreGreater(x, y).Bits() >> lane & 1) != 0);
            Assert.Equal(a == b, (T.AreEqual(x, y).Bits() >> lane & 1) != 0);
            Assert.Equal(a > b ? a : 5, T.Select(T.AreGreater(x, y), x, T.Create(5))[lane]);
            Assert.Equal((-a, a - b, a / (b + 1)), ((-x)[lane], (x - y)[lane], (x / (y + T.Create(1)))[lane]));
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

    private static (int[] Columns, float[] Values, float[] Weights, float[] Scales, float[] Step) Data(int length, int lanes)
    {
        var random = new DeterministicRandom(7, length);
        var columns = new int[Features];
        for (int i = 0; i < Features; i++) columns[i] = i;
        random.Shuffle(columns);
        float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => (float)(random.NextDouble() - 0.5))];
        return (columns[..length], Numbers(length), Numbers(Features * lanes), Numbers(Features * lanes), Numbers(lanes));
    }
}
