namespace TopicModel.Training.Features;

/// <summary>Counts at one byte each: the few different ones there are, and which of them each entry has.</summary>
internal readonly struct CompactCounts
{
    private const int MostDifferent = 256;

    /// <summary>[entry] -> index of its count among the different ones; null where there are too many different ones.</summary>
    private readonly byte[]? _codes;

    /// <summary>[code] -> count; [entry] -> count without codes.</summary>
    private readonly float[] _counts;

    private CompactCounts(byte[]? codes, float[] counts) => (_codes, _counts) = (codes, counts);

    /// <summary>The count of an entry.</summary>
    public float this[int entry] => _counts[_codes is null ? entry : _codes[entry]];

    /// <summary>Stores counts.</summary>
    public static CompactCounts Of(ReadOnlySpan<float> counts)
    {
        byte[] codes = GC.AllocateUninitializedArray<byte>(counts.Length);
        var different = new List<float>();
        var codeOfFraction = new Dictionary<float, int>();
        Span<int> codeOfWhole = stackalloc int[MostDifferent];
        codeOfWhole.Fill(-1);
        for (int i = 0; i < counts.Length; i++)
        {
            int whole = (int)counts[i];
            bool isWhole = (uint)whole < MostDifferent && whole == counts[i];
            int code = isWhole ? codeOfWhole[whole] : codeOfFraction.GetValueOrDefault(counts[i], -1);
            if (code < 0)
            {
                if (different.Count == MostDifferent) return new CompactCounts(null, counts.ToArray());
                code = different.Count;
                different.Add(counts[i]);
                if (isWhole) codeOfWhole[whole] = code;
                else codeOfFraction.Add(counts[i], code);
            }
            codes[i] = (byte)code;
        }
        return new CompactCounts(codes, [.. different]);
    }

    /// <summary>A function of the counts; it is asked once for each of the different ones where they have codes.</summary>
    public CompactCounts Map(Func<float, float> function) => new(_codes, Array.ConvertAll(_counts, count => function(count)));

    /// <summary>Writes the counts from <paramref name="first"/> on.</summary>
    public void CopyTo(int first, Span<float> target)
    {
        if (_codes is null)
        {
            _counts.AsSpan(first, target.Length).CopyTo(target);
            return;
        }
        ReadOnlySpan<byte> codes = _codes.AsSpan(first, target.Length);
        for (int i = 0; i < target.Length; i++) target[i] = _counts[codes[i]];
    }
}
