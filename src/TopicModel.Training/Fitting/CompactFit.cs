using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using TopicModel.Features;
using TopicModel.Models;
using TopicModel.Training.Features;

namespace TopicModel.Training.Fitting;

/// <summary>
/// A fit as the model file holds it: unimportant features and weights left out, the others rounded to a signed byte q that stands for
/// scale * q|q|. On the columns of the counts, so that out-of-fold scores, calibration, thresholds and the check of the written file are
/// those of what ships.
/// </summary>
internal sealed class CompactFit
{
    /// <summary>Share of the features whose importance is the measure of what a weight must have.</summary>
    private const double NotNoise = 0.9;

    private readonly FeatureWeights _featureWeights;
    private readonly Weighting _weighting;

    /// <summary>[code + 127] -> code * |code|.</summary>
    private static readonly float[] Squares = [.. Enumerable.Range(-LinearModel.MostCode, 2 * LinearModel.MostCode + 1).Select(code => (float)(code * Math.Abs(code)))];

    private CompactFit(LinearFit fit, Weighting weighting, bool[] kept, sbyte[] codes, OutputScale[] outputs) =>
        (_featureWeights, _weighting, Kept, Codes, Outputs) = (fit.FeatureWeights, weighting, kept, codes, outputs);

    /// <summary>[feature] -> whether it is in the model.</summary>
    public bool[] Kept { get; }

    /// <summary>[feature * outputs + output] -> weight as signed byte; 0 where none is stored.</summary>
    public sbyte[] Codes { get; }

    /// <summary>[output] -> bias and scale.</summary>
    public OutputScale[] Outputs { get; }

    /// <summary>Inverse document frequency of a feature in units of <see cref="TermWeighting.IdfUnit"/>.</summary>
    public byte IdfCode(int feature) => (byte)(_featureWeights.Idf[feature] / TermWeighting.IdfUnit);

    /// <summary>
    /// Rounds the weights of a fit. If features were left out of it already, those weights are too that are smaller than the weights of
    /// its least important tenth of features are in the mean (root of the mean square): noise that costs a byte each.
    /// </summary>
    public static CompactFit Of(LinearFit fit, Weighting weighting)
    {
        int outputs = fit.Result.Biases.Length;
        var importance = new FeatureImportance(fit, weighting);
        double leastWeight = fit.FeatureWeights.IsRestricted ? importance.Least(NotNoise) / Math.Sqrt(outputs) : 0;
        var kept = new bool[importance.Values.Length];
        float[] most = new float[outputs];
        for (int feature = 0; feature < kept.Length; feature++)
        {
            if (importance.Values[feature] == 0) continue;
            kept[feature] = true;
            for (int output = 0; output < outputs; output++) most[output] = Math.Max(most[output], Math.Abs(fit.Result.Weights[feature * outputs + output]));
        }
        OutputScale[] scales = [.. most.Select((weight, output) => new OutputScale(fit.Result.Biases[output], weight / (LinearModel.MostCode * LinearModel.MostCode)))];
        var codes = new sbyte[fit.Result.Weights.Length];
        for (int feature = 0; feature < kept.Length; feature++)
        {
            if (!kept[feature]) continue;
            double idf = weighting == Weighting.TfIdf ? fit.FeatureWeights.Idf[feature] : 1;
            kept[feature] = Encode(fit.Result.Weights.AsSpan(feature * outputs, outputs), most, leastWeight / idf, codes.AsSpan(feature * outputs));
        }
        return new CompactFit(fit, weighting, kept, codes, scales);
    }

    /// <summary>Writes the scores of some rows to <paramref name="scores"/>, [row of the counts * outputs + output]: those of the predictor, bit for bit where the rows are in reading order.</summary>
    public void Score(SparseCounts counts, ReadOnlySpan<int> rows, float[] scores)
    {
        int outputs = Outputs.Length;
        int[] columns = [];
        float[] values = [];
        var sums = new float[outputs];
        foreach (int row in rows)
        {
            int most = counts.RowColumns(row).Length;
            if (columns.Length < most) (columns, values) = (new int[most * 2], new float[most * 2]);
            int length = Weigh(counts, row, columns, values);
            Array.Clear(sums);
            for (int i = 0; i < length; i++) AddScaled(sums, Codes.AsSpan(columns[i] * outputs, outputs), values[i]);
            for (int output = 0; output < outputs; output++) scores[row * outputs + output] = Outputs[output].Bias + Outputs[output].Scale * sums[output];
        }
    }

    /// <summary>sums += value * code * |code|, eight outputs at a time, never fused: the bits of the loop at the end.</summary>
    private static void AddScaled(Span<float> sums, ReadOnlySpan<sbyte> codes, float value)
    {
        int output = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            var values = Vector256.Create(value);
            for (; output + Vector256<float>.Count <= sums.Length; output += Vector256<float>.Count)
            {
                Vector128<short> eight = Vector128.WidenLower(Vector128.CreateScalarUnsafe(BinaryPrimitives.ReadInt64LittleEndian(MemoryMarshal.AsBytes(codes[output..]))).AsSByte());
                Vector256<float> weights = Vector256.ConvertToSingle(Vector256.Create(Vector128.WidenLower(eight), Vector128.WidenUpper(eight)));
                Span<float> target = sums[output..];
                (Vector256.Create<float>(target) + values * (weights * Vector256.Abs(weights))).CopyTo(target);
            }
        }
        for (; output < sums.Length; output++) sums[output] += value * Squares[codes[output] + LinearModel.MostCode];
    }

    private int Weigh(SparseCounts counts, int row, int[] columns, float[] values)
    {
        ReadOnlySpan<int> rowColumns = counts.RowColumns(row);
        counts.CopyCounts(row, values.AsSpan(0, rowColumns.Length));
        int length = 0;
        for (int i = 0; i < rowColumns.Length; i++)
        {
            if (!Kept[rowColumns[i]]) continue;
            (columns[length], values[length++]) = (rowColumns[i], values[i]);
        }
        TermWeighting.Apply(_weighting, columns.AsSpan(0, length), values.AsSpan(0, length), _featureWeights.Idf);
        return length;
    }

    /// <summary>Rounds a feature's weights; those below <paramref name="least"/> become 0. Returns whether one is left.</summary>
    private static bool Encode(ReadOnlySpan<float> weights, float[] most, double least, Span<sbyte> codes)
    {
        bool any = false;
        for (int output = 0; output < weights.Length; output++)
        {
            double size = Math.Abs(weights[output]);
            if (size == 0 || size < least) continue;
            int code = (int)Math.Floor(Math.Sqrt(size / most[output]) * LinearModel.MostCode + 0.5);
            codes[output] = (sbyte)(weights[output] < 0 ? -code : code);
            any |= code != 0;
        }
        return any;
    }
}
