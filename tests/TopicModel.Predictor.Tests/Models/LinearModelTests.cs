using TopicModel.Format;
using TopicModel.Models;
using TopicModel.Training.Data;
using TopicModel.Training.Format;

namespace TopicModel.Tests.Models;

public class LinearModelTests
{
    private const int Features = 101;

    private static sbyte[] Codes(int outputs, double density)
    {
        var random = new DeterministicRandom(outputs);
        return [.. Enumerable.Range(0, Features * outputs).Select(_ => (sbyte)(random.NextDouble() < density ? random.Next(255) - 127 : 0))];
    }

    private static LinearModel Model(sbyte[] codes, int outputs) => LinearLayout.Of([.. Enumerable.Range(0, Features)], codes,
        [.. Enumerable.Range(0, outputs).Select(output => new OutputScale(output - 1.5f, 0.001f * (output + 1)))]);

    [Fact]
    public void Constructor_OfMasksWithMoreWeightsThanAnIntHolds_IsRefused()
    {
        const int outputs = 66_888, masksPerFeature = outputs / 8, features = (1 << 29) / masksPerFeature + 1;
        var masks = new byte[features * masksPerFeature + SectionArray<byte>.Slack];
        masks.AsSpan(0, 1 << 29).Fill(0xFF);
        // As sums in an int would have them: 2^32 weights are 0.
        int[] rowStarts = [.. Enumerable.Range(0, (features + 7) / 8 + 1).Select(start => (int)(uint)Math.Min(1L << 32, start * 64L * masksPerFeature))];

        var error = Assert.Throws<ArgumentException>(() => new LinearModel(new SectionArray<int>(rowStarts), new SectionArray<byte>(masks, 0, features * masksPerFeature), new SectionArray<sbyte>([]), new SectionArray<OutputScale>(new OutputScale[outputs])));

        Assert.Matches(@"^row start \d+ is -\d+, 21\d{8} weights are before it$", error.Message);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 0.5)]
    [InlineData(3, 0.6)]
    [InlineData(8, 1)]
    [InlineData(9, 0.3)]
    [InlineData(20, 0.25)]
    [InlineData(64, 0.5)]
    [InlineData(65, 0)]
    [InlineData(600, 0.1)]
    public void Score_GivesTheBitsOfTheScalarLoop(int outputs, double density)
    {
        var random = new DeterministicRandom(outputs + 1);
        sbyte[] codes = Codes(outputs, density);
        LinearModel model = Model(codes, outputs);
        int[] indices = [.. Enumerable.Range(0, 60).Select(_ => random.Next(Features))];
        float[] values = [.. indices.Select(_ => (float)((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(9) - 4)))];
        float[] expected = new float[outputs], found = new float[outputs];
        for (int i = 0; i < indices.Length; i++)
            for (int output = 0; output < outputs; output++)
            {
                int code = codes[indices[i] * outputs + output];
                float product = values[i] * (code * Math.Abs(code));
                expected[output] += product;
            }
        for (int output = 0; output < outputs; output++)
        {
            float scaled = model.Scales[output].Scale * expected[output];
            expected[output] = model.Scales[output].Bias + scaled;
        }
        model.Score(indices, values, found);
        Assert.Equal(expected.Select(BitConverter.SingleToInt32Bits), found.Select(BitConverter.SingleToInt32Bits));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(20)]
    public void Weight_OfEveryFeatureAndOutput_IsScaledSquareOfItsCode(int outputs)
    {
        sbyte[] codes = Codes(outputs, 0.4);
        LinearModel model = Model(codes, outputs);
        Assert.Equal(Features, model.Features);
        for (int i = 0; i < codes.Length; i++)
            Assert.Equal(model.Scales[i % outputs].Scale * (codes[i] * Math.Abs(codes[i])), model.Weight(i / outputs, i % outputs));
    }

    [Fact]
    public void Constructor_WhenCountsDoNotFit_SaysBoth() =>
        Assert.Equal("7 masks do not divide into features of 9 outputs", Assert.Throws<ArgumentException>(() => new LinearModel(
            new SectionArray<int>([0]), new SectionArray<byte>(new byte[7]), new SectionArray<sbyte>([]), new SectionArray<OutputScale>(new OutputScale[9]))).Message);
}
