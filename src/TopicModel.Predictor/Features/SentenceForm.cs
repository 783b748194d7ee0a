using System.Numerics;
using TopicModel.Text;

namespace TopicModel.Features;

/// <summary>
/// The form of a sentence as features: ordinal, list mark, colon, quotation, question or call, length. The features of the sentence
/// itself and of its neighbours differ by a prefix of their names; a feature's hash is that of its name.
/// </summary>
internal sealed class SentenceForm
{
    /// <summary>Lengths are told apart by the number of their bits.</summary>
    private const int LengthClasses = 32;

    private readonly string _whose;
    private readonly ulong _ordinal, _firstOrdinal, _laterOrdinal, _listMark, _colon, _quote, _call;

    /// <summary>[number of bits of the length].</summary>
    private readonly ulong[] _lengths;

    /// <param name="whose">Prefix of the names: "self", "previous" or "next".</param>
    public SentenceForm(string whose)
    {
        _whose = whose;
        ulong[] hashes = Array.ConvertAll(Names(), Hash);
        (_ordinal, _firstOrdinal, _laterOrdinal, _listMark, _colon, _quote, _call) = (hashes[0], hashes[1], hashes[2], hashes[3], hashes[4], hashes[5], hashes[6]);
        _lengths = hashes[7..];
    }

    /// <summary>The feature that a name stands for.</summary>
    public static ulong Hash(string name) => FeatureHash.InBlock(FeatureHash.Units(name), FeatureBlock.SentenceForm);

    /// <summary>
    /// That many names: the same with numbers from 0 on. By hand, because a cold process would compile LINQ for numbers: with that in all that makes
    /// these names and their hashes, a model of passages took it 4.6 instead of 2.1 ms behind the reading of its file (<c>predict</c>, 2026-11-29).
    /// </summary>
    public static string[] Numbered(string name, int count)
    {
        var names = new string[count];
        for (int i = 0; i < count; i++) names[i] = $"{name} {i}";
        return names;
    }

    /// <summary>Names of all features that <see cref="Add"/> can give, in the order of the fields.</summary>
    public string[] Names() =>
    [
        $"{_whose} ordinal", $"{_whose} ordinal first", $"{_whose} ordinal later", $"{_whose} list mark", $"{_whose} colon", $"{_whose} quote",
        $"{_whose} asks or calls", .. Numbered($"{_whose} length", LengthClasses),
    ];

    /// <summary>Appends the features of a sentence, which is not empty.</summary>
    public void Add(ReadOnlySpan<char> sentence, NgramBuffer target)
    {
        if (Ordinal.Of(sentence) is { } ordinal)
        {
            target.Add(_ordinal, 0, 0);
            target.Add(ordinal == 1 ? _firstOrdinal : _laterOrdinal, 0, 0);
        }
        if (ListForm.StartsWithListMark(sentence)) target.Add(_listMark, 0, 0);
        if (sentence[^1] == ':') target.Add(_colon, 0, 0);
        if (sentence.IndexOfAny("\"“”«") >= 0) target.Add(_quote, 0, 0);
        if (sentence[^1] is '?' or '!') target.Add(_call, 0, 0);
        target.Add(_lengths[BitOperations.Log2((uint)sentence.Length)], 0, 0);
    }
}
