using System.Numerics;
using TopicModel.Text;

namespace TopicModel.Features;

/// <summary>
/// What a sentence looks like, as features of block <see cref="FeatureBlock.SentenceForm"/>. A feature is the hash of a short text,
/// "self ordinal" or "next colon"; they are hashed once (48 -> 36 us an article, 2026-11-22).
/// </summary>
internal sealed class SentenceForm
{
    private readonly ulong _ordinal, _firstOrdinal, _laterOrdinal, _listMark, _colon, _quote, _call;

    /// <summary>[log2 of units + 1] -> feature.</summary>
    private readonly ulong[] _lengths;

    /// <param name="whose">"self", "previous" or "next": where the sentence stands to the one that is judged.</param>
    public SentenceForm(string whose)
    {
        (_ordinal, _firstOrdinal, _laterOrdinal) = (Hash($"{whose} ordinal"), Hash($"{whose} ordinal first"), Hash($"{whose} ordinal later"));
        (_listMark, _colon, _quote, _call) = (Hash($"{whose} list mark"), Hash($"{whose} colon"), Hash($"{whose} quote"), Hash($"{whose} asks or calls"));
        _lengths = [.. Enumerable.Range(0, 32).Select(log => Hash($"{whose} length {log}"))];
    }

    /// <summary>The feature that a text names.</summary>
    public static ulong Hash(string form) => FeatureHash.InBlock(FeatureHash.Units(form), FeatureBlock.SentenceForm);

    /// <summary>Appends the features of a sentence, which has at least one unit.</summary>
    public void Add(ReadOnlySpan<char> sentence, NgramBuffer target)
    {
        if (Ordinal.Of(sentence) is { } ordinal)
        {
            target.Add(_ordinal, 0, 0);
            target.Add(ordinal == 1 ? _firstOrdinal : _laterOrdinal, 0, 0);
        }
        if (sentence[0] is '-' or '–' or '—' or '•' or '*' or '+') target.Add(_listMark, 0, 0);
        if (sentence[^1] == ':') target.Add(_colon, 0, 0);
        if (sentence.IndexOfAny("\"“”«") >= 0) target.Add(_quote, 0, 0);
        if (sentence[^1] is '?' or '!') target.Add(_call, 0, 0);
        target.Add(_lengths[BitOperations.Log2((uint)sentence.Length + 1)], 0, 0);
    }
}
