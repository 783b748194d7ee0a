namespace TopicModel.Training.Data;

/// <summary>
/// SplitMix64 (Steele, Lea &amp; Flood 2014): the same numbers for the same seed on every machine and runtime, and any number of
/// independent streams.
/// </summary>
internal struct DeterministicRandom
{
    private ulong _state;

    /// <param name="seed">The experiment.</param>
    /// <param name="stream">Which of its sequences.</param>
    public DeterministicRandom(int seed, int stream = 0)
    {
        _state = (ulong)(uint)seed << 32 | (uint)stream;
        NextBits();
    }

    /// <summary>64 random bits.</summary>
    public ulong NextBits()
    {
        ulong z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A whole number from 0 to <paramref name="bound"/>, exclusive (Lemire 2019, without the correction of at most 2^-32).</summary>
    public int Next(int bound) => (int)((NextBits() >> 32) * (ulong)bound >> 32);

    /// <summary>A number from 0 to 1, exclusive.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Puts the values into random order (Fisher &amp; Yates).</summary>
    public void Shuffle(Span<int> values)
    {
        for (int i = values.Length - 1; i > 0; i--)
        {
            int j = Next(i + 1);
            (values[i], values[j]) = (values[j], values[i]);
        }
    }
}
