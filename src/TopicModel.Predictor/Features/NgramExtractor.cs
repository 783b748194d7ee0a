using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TopicModel.Text;

namespace TopicModel.Features;

/// <summary>
/// Turns a text into its n-gram features in one pass over its tokens. N-grams run across sentences and lines of a field, never
/// across fields. Character n-grams follow scikit-learn's <c>char_wb</c>: the word between two blanks; a word shorter than n gives
/// itself once.
/// </summary>
internal sealed class NgramExtractor
{
    private readonly NgramRange? _words;
    private readonly NgramRange? _chars;
    private readonly bool _unaccented;
    private readonly FeatureBlock _wordBlock;

    /// <summary>Uses the n-gram settings of <paramref name="options"/>, which are valid.</summary>
    public NgramExtractor(FeatureOptions options) : this(options.Words, options.Chars, options.Unaccented, FeatureBlock.Words)
    {
    }

    /// <summary>Word n-grams go to <paramref name="wordBlock"/>.</summary>
    public NgramExtractor(NgramRange? words, NgramRange? chars, bool unaccented, FeatureBlock wordBlock) =>
        (_words, _chars, _unaccented, _wordBlock) = (words, chars, unaccented, wordBlock);

    /// <summary>Appends the features of the given parts of a field's text, read as one run of tokens, to <paramref name="target"/>.</summary>
    public void Extract(ReadOnlySpan<char> text, ReadOnlySpan<TextRange> parts, NgramBuffer target)
    {
        if (_words is { } words && _chars is null && !target.RecordsSpans) ExtractWords(text, parts, words, target);
        else ExtractOneByOne(text, parts, target);
    }

    /// <summary>What nearly all models need of nearly all texts: words alone, without their places. Gives what <see cref="ExtractOneByOne"/> gives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ExtractWords(ReadOnlySpan<char> text, ReadOnlySpan<TextRange> parts, NgramRange words, NgramBuffer target)
    {
        Span<char> buffer = stackalloc char[TokenReader.BufferLength], window = stackalloc char[TokenWindow.BufferLength], plain = stackalloc char[TokenReader.BufferLength];
        ref char start = ref MemoryMarshal.GetReference(buffer), windowStart = ref MemoryMarshal.GetReference(window), plainStart = ref MemoryMarshal.GetReference(plain);
        TokenRun accentedRun = target.Tokens, plainRun = target.PlainTokens;
        accentedRun.Clear();
        plainRun.Clear();
        foreach (TextRange part in parts)
        {
            ReadOnlySpan<char> own = part.Of(text);
            for (int position = 0; position < own.Length;)
            {
                var tokens = new TokenWindow(own, position, window);
                for (ulong rest = tokens.Tokens; rest != 0;)
                {
                    int first = BitOperations.TrailingZeroCount(rest), length = BitOperations.TrailingZeroCount(~(rest >> first));
                    // The sum carries through the token's bits.
                    ulong others = rest & (rest + (rest & 0 - rest));
                    bool isAscii = (tokens.NonAscii & (rest ^ others)) == 0;
                    rest = others;
                    if (!isAscii && ToneMarks.MayHaveOldPlacement(window[first..], length)) ToneMarks.MoveToSecondVowel(window.Slice(first, length));
                    ulong hash = FeatureHash.Units(ref Unsafe.Add(ref windowStart, first), length);
                    accentedRun.Add(hash);
                    if (_unaccented) plainRun.Add(isAscii ? hash : FeatureHash.Units(ref plainStart, ToneMarks.RemoveDiacritics(window.Slice(first, length), plain)));
                }
                position = tokens.Next;
                if (tokens.SlowEnd == 0) continue;
                var reader = new TokenReader(own, position, buffer);
                while (reader.Position < tokens.SlowEnd && reader.MoveNext())
                {
                    ulong hash = FeatureHash.Units(ref start, reader.Length);
                    accentedRun.Add(hash);
                    if (_unaccented) plainRun.Add(reader.IsAscii ? hash : FeatureHash.Units(ref plainStart, ToneMarks.RemoveDiacritics(reader.Token, plain)));
                }
                position = reader.Position;
            }
        }
        int runs = _unaccented ? 2 : 1;
        Span<ulong> ngrams = target.AddMany(accentedRun.CountNgrams(words) * runs);
        accentedRun.Write(words, _wordBlock, ngrams, runs, 0);
        if (_unaccented) plainRun.Write(words, FeatureBlock.UnaccentedWords, ngrams, runs, 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ExtractOneByOne(ReadOnlySpan<char> text, ReadOnlySpan<TextRange> parts, NgramBuffer target)
    {
        Span<char> buffer = stackalloc char[TokenReader.BufferLength];
        Span<char> plain = stackalloc char[TokenReader.BufferLength];
        var accentedRun = new NgramRun(stackalloc ulong[NgramRange.Limit], stackalloc int[NgramRange.Limit], _words ?? default, _wordBlock);
        var plainRun = new NgramRun(stackalloc ulong[NgramRange.Limit], stackalloc int[NgramRange.Limit], _words ?? default, FeatureBlock.UnaccentedWords);
        foreach (TextRange part in parts)
        {
            var tokens = new TokenReader(part.Of(text), buffer);
            while (tokens.MoveNext())
            {
                int start = part.Start + tokens.Start, end = part.Start + tokens.End;
                ulong hash = FeatureHash.Units(tokens.Token);
                if (_words is not null) accentedRun.Push(hash, start, end, target);
                if (_unaccented && _words is not null)
                {
                    ulong plainHash = tokens.IsAscii ? hash : FeatureHash.Units(plain[..ToneMarks.RemoveDiacritics(tokens.Token, plain)]);
                    plainRun.Push(plainHash, start, end, target);
                }
                if (_chars is { } chars) AddChars(tokens.Token, chars, start, end, target);
            }
        }
    }

    /// <summary>Appends the features of a whole text.</summary>
    public void Extract(ReadOnlySpan<char> text, NgramBuffer target) => Extract(text, [new TextRange(0, text.Length)], target);

    private static void AddChars(ReadOnlySpan<char> token, NgramRange range, int start, int end, NgramBuffer target)
    {
        Span<char> padded = stackalloc char[TokenReader.BufferLength + 2];
        padded = padded[..(token.Length + 2)];
        padded[0] = padded[^1] = ' ';
        token.CopyTo(padded[1..]);
        for (int n = range.Min; n <= range.Max; n++)
        {
            for (int i = 0; i == 0 || i + n <= padded.Length; i++)
            {
                ReadOnlySpan<char> gram = padded.Slice(i, Math.Min(n, padded.Length));
                target.Add(FeatureHash.InBlock(FeatureHash.Units(gram), FeatureBlock.Chars), start, end);
            }
            if (n >= padded.Length) break;
        }
    }

    /// <summary>The n-grams that end at the current token, extended token by token.</summary>
    private readonly ref struct NgramRun
    {
        /// <summary>[order - 1] -> hash of the n-gram of that order that ends at the last token.</summary>
        private readonly Span<ulong> _hashes;

        /// <summary>[order - 1] -> where it starts in the text; [0] is -1 before the first token.</summary>
        private readonly Span<int> _starts;

        private readonly NgramRange _range;
        private readonly FeatureBlock _block;

        public NgramRun(Span<ulong> hashes, Span<int> starts, NgramRange range, FeatureBlock block)
        {
            _hashes = hashes;
            _starts = starts;
            (_range, _block) = (range, block);
            starts.Fill(-1);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Push(ulong token, int start, int end, NgramBuffer target)
        {
            ulong hash = token;
            for (int order = 1; start >= 0; order++)
            {
                (ulong shorterHash, int shorterStart) = (_hashes[order - 1], _starts[order - 1]);
                (_hashes[order - 1], _starts[order - 1]) = (hash, start);
                if (order >= _range.Min) target.Add(FeatureHash.InBlock(hash, _block), start, end);
                if (order >= _range.Max) break;
                // The n-gram of this order that ended at the token before, with this token behind it.
                (hash, start) = (FeatureHash.Join(shorterHash, token), shorterStart);
            }
        }
    }
}
