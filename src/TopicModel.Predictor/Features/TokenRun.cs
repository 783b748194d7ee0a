using System.Runtime.CompilerServices;

namespace TopicModel.Features;

/// <summary>
/// Hashes of a run of tokens, and from them those of its n-grams: all of one order at a time, so that the processor has many
/// multiplications under way instead of one that waits for the next token. What it gains stands at <see cref="FeatureHash.Units(ref char, int)"/>.
/// </summary>
internal sealed class TokenRun
{
    private ulong[] _tokens = new ulong[512];
    private ulong[] _ngrams = [];

    /// <summary>Number of tokens.</summary>
    public int Count { get; private set; }

    /// <summary>Forgets the tokens; keeps the memory unless it was an outsized text.</summary>
    public void Clear()
    {
        if (_tokens.Length > 1 << 18) _tokens = new ulong[512];
        Count = 0;
    }

    /// <summary>Adds the hash of the next token.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ulong token)
    {
        if (Count == _tokens.Length) Array.Resize(ref _tokens, Count * 2);
        _tokens[Count++] = token;
    }

    /// <summary>Number of n-grams of those orders that <see cref="Write"/> writes.</summary>
    public int CountNgrams(NgramRange range)
    {
        int count = 0;
        for (int order = range.Min; order <= range.Max; order++) count += Math.Max(0, Count - order + 1);
        return count;
    }

    /// <summary>
    /// Writes the features of all n-grams: of each token those that end at it, by their order. Two runs of as many tokens write into one
    /// another: of each token first those of the first run, then those of the second.
    /// </summary>
    /// <param name="range">The orders.</param>
    /// <param name="block">Block of the features.</param>
    /// <param name="target">Room for the n-grams of all runs.</param>
    /// <param name="runs">How many runs write.</param>
    /// <param name="run">Which of them this is, from 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Write(NgramRange range, FeatureBlock block, Span<ulong> target, int runs, int run)
    {
        if (_ngrams.Length < Count || _ngrams.Length > 1 << 18) _ngrams = new ulong[_tokens.Length];
        ReadOnlySpan<ulong> tokens = _tokens.AsSpan(0, Count);
        Span<ulong> ngrams = _ngrams.AsSpan(0, Count);
        tokens.CopyTo(ngrams);
        // Behind the first tokens, at which no n-gram of the highest orders ends, every token has as many.
        int perToken = range.Max - range.Min + 1, stride = runs * perToken, full = Math.Min(Count, range.Max - 1);
        for (int order = 1; order <= range.Max; order++)
        {
            if (order > 1) for (int i = tokens.Length - 1; i >= order - 1; i--) ngrams[i] = FeatureHash.Join(ngrams[i - 1], tokens[i]);
            if (order < range.Min) continue;
            for (int i = order - 1; i < full; i++) target[Place(i, range, runs) + run * (i + 2 - range.Min) + order - range.Min] = FeatureHash.InBlock(ngrams[i], block);
            int place = Place(full, range, runs) + run * perToken + order - range.Min;
            for (int i = full; i < ngrams.Length; i++, place += stride) target[place] = FeatureHash.InBlock(ngrams[i], block);
        }
    }

    /// <summary>Number of n-grams of all runs that end before a token.</summary>
    private static int Place(int token, NgramRange range, int runs)
    {
        int count = 0;
        for (int i = 0; i < token; i++) count += Math.Max(0, Math.Min(i + 1, range.Max) - range.Min + 1);
        return count * runs;
    }
}
