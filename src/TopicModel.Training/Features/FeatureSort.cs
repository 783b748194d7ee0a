using System.Numerics;

namespace TopicModel.Training.Features;

/// <summary>
/// Sorts the occurrences of one row by feature, the upper half of each: a radix sort from the lowest digit, which keeps the order of
/// equal ones. For one thread. With a comparing sort, and a table that
/// finds repeats instead of merging them behind the sort, the second reading of vnews took 1.5 s, with this 0.9 s (2026-11-29).
/// </summary>
internal sealed class FeatureSort
{
    /// <summary>Digits of more bits than this would have counters that do not stay in the fastest cache.</summary>
    private const int MostDigitBits = 10;

    /// <summary>Position of the feature in an occurrence.</summary>
    private const int FeatureShift = 32;

    private readonly int _digits, _digitBits;

    /// <summary>[digit * values of a digit + value] -> occurrences, then place of the next one.</summary>
    private readonly int[] _places;
    private ulong[] _other = [];

    /// <param name="featureCount">Features are below this.</param>
    public FeatureSort(int featureCount)
    {
        int bits = Math.Max(1, BitOperations.Log2((uint)Math.Max(1, featureCount - 1)) + 1);
        _digits = (bits + MostDigitBits - 1) / MostDigitBits;
        _digitBits = (bits + _digits - 1) / _digits;
        _places = new int[_digits << _digitBits];
    }

    /// <summary>Sorts the first <paramref name="count"/>. The result is in that array or in one of this object, until the next call.</summary>
    public ReadOnlySpan<ulong> Sort(ulong[] occurrences, int count)
    {
        if (_other.Length < count) _other = new ulong[occurrences.Length];
        CountDigits(occurrences.AsSpan(0, count));
        (ulong[] from, ulong[] to) = (occurrences, _other);
        for (int digit = 0; digit < _digits; digit++)
        {
            Deal(from.AsSpan(0, count), to, digit);
            (from, to) = (to, from);
        }
        return from.AsSpan(0, count);
    }

    private void CountDigits(ReadOnlySpan<ulong> occurrences)
    {
        Array.Clear(_places);
        int mask = (1 << _digitBits) - 1;
        foreach (ulong occurrence in occurrences)
        {
            int feature = (int)(occurrence >> FeatureShift);
            for (int digit = 0; digit < _digits; digit++)
                _places[(digit << _digitBits) + (feature >> digit * _digitBits & mask)]++;
        }
        for (int digit = 0; digit < _digits; digit++)
        {
            int place = 0;
            foreach (ref int next in _places.AsSpan(digit << _digitBits, mask + 1)) (next, place) = (place, place + next);
        }
    }

    private void Deal(ReadOnlySpan<ulong> from, ulong[] to, int digit)
    {
        int shift = FeatureShift + digit * _digitBits, mask = (1 << _digitBits) - 1;
        Span<int> places = _places.AsSpan(digit << _digitBits, mask + 1);
        foreach (ulong occurrence in from) to[places[(int)(occurrence >> shift) & mask]++] = occurrence;
    }
}
