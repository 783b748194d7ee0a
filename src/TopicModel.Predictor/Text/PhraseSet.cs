namespace TopicModel.Text;

/// <summary>A few fixed phrases, compared with the beginning of a line token by token.</summary>
internal sealed class PhraseSet
{
    private readonly string[][] _phrases;

    /// <summary>The phrases are normalised here as a text is.</summary>
    public PhraseSet(params string[] phrases) => _phrases = [.. phrases.Select(Tokens)];

    /// <summary>Whether the line has exactly the tokens of one of the phrases.</summary>
    public bool IsWholeLine(ReadOnlySpan<char> line) => Matches(line, wholeLine: true);

    /// <summary>Whether the line's first tokens are one of the phrases.</summary>
    public bool StartsLine(ReadOnlySpan<char> line) => Matches(line, wholeLine: false);

    private bool Matches(ReadOnlySpan<char> line, bool wholeLine)
    {
        Span<char> buffer = stackalloc char[TokenReader.BufferLength];
        var first = new TokenReader(line, buffer);
        if (!first.MoveNext()) return false;
        foreach (string[] phrase in _phrases)
            if (first.Token.SequenceEqual(phrase[0]) && RestMatches(line, phrase, wholeLine)) return true;
        return false;
    }

    private static bool RestMatches(ReadOnlySpan<char> line, string[] phrase, bool wholeLine)
    {
        Span<char> buffer = stackalloc char[TokenReader.BufferLength];
        var tokens = new TokenReader(line, buffer);
        foreach (string token in phrase)
            if (!tokens.MoveNext() || !tokens.Token.SequenceEqual(token)) return false;
        return !wholeLine || !tokens.MoveNext();
    }

    private static string[] Tokens(string phrase)
    {
        var tokens = new List<string>();
        var reader = new TokenReader(phrase, new char[TokenReader.BufferLength]);
        while (reader.MoveNext()) tokens.Add(reader.Token.ToString());
        return [.. tokens];
    }
}
