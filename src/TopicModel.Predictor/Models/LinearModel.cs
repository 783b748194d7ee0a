using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using TopicModel.Format;

namespace TopicModel.Models;

/// <summary>
/// One linear function of the features for each output: score = bias + scale * sum of value * q|q|, q a weight's signed byte. Weights
/// that do not matter are not stored: a bit for each feature and output says which are. The square gives small weights, of which there
/// are many, finer steps than large ones (of 6,789 held-out decisions on 20 Newsgroups 9 differ from those of single precision).
/// Laid out as in the file, docs/model-format.md.
/// </summary>
internal sealed class LinearModel
{
    /// <summary>Outputs whose weights are told by one byte of a mask.</summary>
    public const int OutputsPerMask = 8;

    /// <summary>Features between two entries of the row starts.</summary>
    public const int FeaturesPerStart = 8;

    /// <summary>Largest size of a weight's byte.</summary>
    public const int MostCode = sbyte.MaxValue;

    /// <summary>Outputs whose sums fit on the stack.</summary>
    private const int MostOnStack = 512;

    private readonly SectionArray<int> _rowStarts;
    private readonly SectionArray<byte> _masks;
    private readonly SectionArray<sbyte> _codes;
    private readonly SectionArray<OutputScale> _outputs;
    private readonly int _masksPerFeature;

    /// <param name="rowStarts">[feature / 8] -> index of that feature's first weight; one more, the number of weights, at the end.</param>
    /// <param name="masks">[feature * masks + output / 8], bit output % 8: whether there is a weight.</param>
    /// <param name="codes">The weights, by feature, then by output; -127 to 127, none of them 0.</param>
    /// <param name="outputs">[output].</param>
    /// <exception cref="ArgumentException">The arrays do not fit each other.</exception>
    public LinearModel(SectionArray<int> rowStarts, SectionArray<byte> masks, SectionArray<sbyte> codes, SectionArray<OutputScale> outputs)
    {
        _rowStarts = rowStarts;
        _masks = masks;
        _codes = codes;
        _outputs = outputs;
        _masksPerFeature = MasksFor(outputs.Length);
        Problem problem = FindProblem(out int place, out long weights);
        if (problem != Problem.None) throw Describe(problem, place, weights);
    }

    /// <summary>Number of linear functions.</summary>
    public int Outputs => _outputs.Length;

    /// <summary>Number of features.</summary>
    public int Features => _masks.Length / _masksPerFeature;

    /// <summary>[feature / 8] -> index of that feature's first weight; one more at the end.</summary>
    public ReadOnlySpan<int> RowStarts => _rowStarts.Span;

    /// <summary>[feature * masks + output / 8].</summary>
    public ReadOnlySpan<byte> Masks => _masks.Span;

    /// <summary>The weights as signed bytes, by feature, then by output.</summary>
    public ReadOnlySpan<sbyte> Codes => _codes.Span;

    /// <summary>[output] -> bias and scale.</summary>
    public ReadOnlySpan<OutputScale> Scales => _outputs.Span;

    /// <summary>Bytes of the mask of a feature.</summary>
    public static int MasksFor(int outputs) => (outputs + OutputsPerMask - 1) / OutputsPerMask;

    /// <summary>The weight of a feature for an output; 0 where none is stored.</summary>
    public float Weight(int feature, int output)
    {
        ReadOnlySpan<byte> masks = _masks.Span.Slice(feature * _masksPerFeature, _masksPerFeature);
        int bit = output % OutputsPerMask, group = output / OutputsPerMask;
        if ((masks[group] >> bit & 1) == 0) return 0;
        int place = RowStart(feature) + BitOperations.PopCount(masks[group] & (1u << bit) - 1);
        foreach (byte mask in masks[..group]) place += BitOperations.PopCount(mask);
        int code = _codes.Span[place];
        return _outputs.Span[output].Scale * (code * Math.Abs(code));
    }

    /// <summary>
    /// Writes the score of every output to <paramref name="scores"/>. The products are added in the order of the features given, one
    /// output independent of the others, never fused, so that every machine arrives at the same bits.
    /// </summary>
    public void Score(ReadOnlySpan<int> features, ReadOnlySpan<float> values, Span<float> scores)
    {
        int lanes = _masksPerFeature * OutputsPerMask;
        Span<float> sums = lanes <= MostOnStack ? stackalloc float[lanes] : new float[lanes];
        sums.Clear();
        if (_masksPerFeature == 1) AddNarrowRows(features, values, sums);
        else for (int i = 0; i < features.Length; i++) AddRow(features[i], values[i], sums);
        ReadOnlySpan<OutputScale> outputs = _outputs.Span;
        for (int output = 0; output < outputs.Length; output++) scores[output] = outputs[output].Bias + outputs[output].Scale * sums[output];
    }

    /// <summary>The rows of a model of up to eight outputs, whose sums stay in one register: 9.4 -> 5.7 microseconds for 1,050 features, 2026-11-29.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddNarrowRows(ReadOnlySpan<int> features, ReadOnlySpan<float> values, Span<float> sums)
    {
        ref sbyte codes = ref _codes.Start;
        ref byte masks = ref _masks.Start;
        ref int rowStarts = ref _rowStarts.Start;
        Vector256<float> sum = Vector256<float>.Zero;
        for (int i = 0; i < features.Length; i++)
        {
            int feature = features[i], first = feature & -FeaturesPerStart;
            ulong group = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref masks, first));
            int bits = (feature - first) * 8, row = Unsafe.Add(ref rowStarts, feature / FeaturesPerStart) + BitOperations.PopCount(group & ((1UL << bits) - 1));
            sum += Vector256.Create(values[i]) * LaneSpread.Squares(ref Unsafe.Add(ref codes, row), (byte)(group >> bits));
        }
        sum.CopyTo(sums);
    }

    /// <summary>
    /// sums += value * row, eight outputs at a time: the stored weights are spread over the lanes of their outputs by a table look-up.
    /// Unchecked: rows were compared with masks when the model was made, and vectors may reach into the slack behind the weights.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddRow(int feature, float value, Span<float> sums)
    {
        ref sbyte row = ref Unsafe.Add(ref _codes.Start, RowStart(feature));
        ref byte masks = ref Unsafe.Add(ref _masks.Start, feature * _masksPerFeature);
        ref float sum = ref MemoryMarshal.GetReference(sums);
        Vector256<float> factor = Vector256.Create(value);
        for (int group = 0; group < _masksPerFeature; group++)
        {
            byte mask = Unsafe.Add(ref masks, group);
            Vector256<float> products = factor * LaneSpread.Squares(ref row, mask);
            nuint lane = (nuint)(group * OutputsPerMask);
            (Vector256.LoadUnsafe(ref sum, lane) + products).StoreUnsafe(ref sum, lane);
            row = ref Unsafe.Add(ref row, BitOperations.PopCount(mask));
        }
    }

    /// <summary>Index of a feature's first weight: that of the last start before it, and the weights in between.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int RowStart(int feature)
    {
        int first = feature & ~(FeaturesPerStart - 1), bytes = (feature - first) * _masksPerFeature;
        int start = Unsafe.Add(ref _rowStarts.Start, feature / FeaturesPerStart);
        ref byte masks = ref Unsafe.Add(ref _masks.Start, first * _masksPerFeature);
        for (; bytes >= sizeof(ulong); bytes -= sizeof(ulong), masks = ref Unsafe.Add(ref masks, sizeof(ulong)))
            start += BitOperations.PopCount(Unsafe.ReadUnaligned<ulong>(ref masks));
        return start + BitOperations.PopCount(Unsafe.ReadUnaligned<ulong>(ref masks) & (1UL << bytes * 8) - 1);
    }

    /// <summary>Checks the arrays in one method without messages, for the reason that <see cref="Features.Vocabulary"/> has.</summary>
    private Problem FindProblem(out int place, out long weights)
    {
        ReadOnlySpan<byte> masks = _masks.Span;
        ref byte start = ref _masks.Start;
        ReadOnlySpan<int> starts = _rowStarts.Span;
        ReadOnlySpan<sbyte> codes = _codes.Span;
        (place, weights) = (0, 0);
        int outputs = _outputs.Length, masksPerFeature = _masksPerFeature;
        if (outputs == 0 || masks.Length % masksPerFeature != 0) return Problem.Masks;
        if (starts.Length != RowStartsFor(masks.Length / masksPerFeature)) return Problem.RowStarts;
        for (; place < starts.Length; place++)
        {
            if (starts[place] != weights) return Problem.RowStart;
            // Long and native sums: a file of half a gigabyte can have more masks and weights than an int holds.
            nint i = (nint)place * FeaturesPerStart * masksPerFeature, end = i + (nint)FeaturesPerStart * masksPerFeature;
            // Eight masks at a time: byte by byte it was 1.0 of the 1.5 ms that 200,000 features of three masks took (2026-11-30).
            for (; end <= masks.Length && i < end; i += sizeof(ulong)) weights += BitOperations.PopCount(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, i)));
            for (; i < masks.Length && i < end; i++) weights += BitOperations.PopCount(masks[(int)i]);
        }
        if (weights != codes.Length) return Problem.Weights;
        int unused = outputs % OutputsPerMask == 0 ? 0 : 0xFF << outputs % OutputsPerMask & 0xFF;
        for (place = masksPerFeature - 1; unused != 0 && place < masks.Length; place += masksPerFeature) if ((masks[place] & unused) != 0) return Problem.Output;
        place = MemoryMarshal.AsBytes(codes).IndexOfAny((byte)0, (byte)0x80);
        return place < 0 ? Problem.None : Problem.Code;
    }

    private ArgumentException Describe(Problem problem, int place, long weights) => new(problem switch
    {
        Problem.Masks => $"{_masks.Length} masks do not divide into features of {Outputs} outputs",
        Problem.RowStarts => $"{_rowStarts.Length} row starts for {Features} features, {RowStartsFor(Features)} were expected",
        Problem.RowStart => $"row start {place} is {RowStarts[place]}, {weights} weights are before it",
        Problem.Weights => $"{_codes.Length} weights, the masks have {weights}",
        Problem.Output => $"feature {place / _masksPerFeature} has a weight for an output above {Outputs - 1}",
        _ => $"weight {place} is {Codes[place]}",
    });

    private static int RowStartsFor(int features) => (features + FeaturesPerStart - 1) / FeaturesPerStart + 1;

    private enum Problem { None, Masks, RowStarts, RowStart, Weights, Output, Code }
}
