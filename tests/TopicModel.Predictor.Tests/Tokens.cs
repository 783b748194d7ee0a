using System.Text;
using TopicModel.Text;
using TopicModel.Training.Data;

namespace TopicModel.Tests;

/// <summary>What the tests of texts share: tokens as strings, and texts that nobody would write.</summary>
internal static class Tokens
{
    /// <summary>The tokens of a text, normalised.</summary>
    public static string[] Of(string text) => [.. WithPlaces(text).Select(token => token.Token)];

    /// <summary>The tokens of a text with their places in it.</summary>
    public static List<(string Token, int Start, int End)> WithPlaces(string text)
    {
        var tokens = new List<(string, int, int)>();
        var reader = new TokenReader(text, new char[TokenReader.BufferLength]);
        while (reader.MoveNext()) tokens.Add((reader.Token.ToString(), reader.Start, reader.End));
        return tokens;
    }

    /// <summary>
    /// A text of up to <paramref name="pieces"/> pieces out of everything that was ever trouble: lone surrogates, NULs, marks without
    /// base, direction marks, broken entities, emoji, boilerplate, list marks.
    /// </summary>
    public static string Hostile(ref DeterministicRandom random, int pieces)
    {
        string[] samples =
        [
            "\uD800", "\uDC00", "\0", "\u0301", "\u0323\u0302", "\u200F", "\u202E", "\uFEFF", "\u00AD", "😀", "𠀀", "𝐀", "&agrave;", "&#7879;", "&#x1F600;", "&#x20000;", "&", "&;", "&#;", "&#xFFFFFFF;",
            "{keywords}", "{", "}", "Ảnh: ", "Theo ", "Tin khác", "\n", "\r\n", "\u2028", ".", "…", "?", "\"", "(", ")", ":", "- ", "1. ", "IV. ", "Một là ", "thứ ", "hòa", "hoà", "ủy", "A\u030A", "ᄀ", "ᅡ", "ᆨ", "각",
            "مرحبا", "שלום", "क\u093C", "İ", "ẞ", "ǅ", "K", "12.500", "a", "Z", " ", "\u00A0", "\uFFFF", "\uFFFD", "đ", "Ð",
        ];
        var text = new StringBuilder();
        int count = random.Next(pieces + 1);
        for (int i = 0; i < count; i++)
        {
            int choice = random.Next(samples.Length + 6);
            if (choice < samples.Length) text.Append(samples[choice]);
            else if (choice == samples.Length) text.Append(new string('\u0300', random.Next(100)));
            else if (choice == samples.Length + 1) text.Append(new string('x', random.Next(600)));
            else text.Append((char)random.Next(0x10000));
        }
        return text.ToString();
    }
}
