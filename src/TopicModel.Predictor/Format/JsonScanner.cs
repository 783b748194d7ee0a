namespace TopicModel.Format;

/// <summary>Passes over JSON (RFC 8259) value by value and checks its form. What numbers and escapes mean is not looked at.</summary>
/// <param name="json">UTF-8.</param>
internal ref struct JsonScanner(ReadOnlySpan<byte> json)
{
    /// <summary>Arrays and objects inside each other; more are damage, and would use up the stack.</summary>
    private const int MostDepth = 64;

    private readonly ReadOnlySpan<byte> _json = json;
    private int _depth;

    /// <summary>The next byte's index.</summary>
    public int Position { get; set; }

    /// <summary>The next byte, -1 at the end.</summary>
    public readonly int Peek() => Position < _json.Length ? _json[Position] : -1;

    /// <summary>Passes blanks.</summary>
    public void SkipBlanks()
    {
        while (Peek() is ' ' or '\n' or '\r' or '\t') Position++;
    }

    /// <summary>Passes a byte that has to be there.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public void Take(char expected)
    {
        if (Peek() != expected) throw Unexpected();
        Position++;
    }

    /// <summary>Passes blanks and a value, whose bytes it returns.</summary>
    /// <exception cref="FormatException">There is none, or it is nested more than 64 times.</exception>
    public ReadOnlySpan<byte> ReadValue()
    {
        SkipBlanks();
        int start = Position, first = Peek();
        if (first is '{' or '[') SkipItems(first == '{');
        else if (first == '"') SkipString();
        else if (first is '-' or (>= '0' and <= '9')) SkipNumber();
        else SkipWord();
        return _json[start..Position];
    }

    /// <summary>What is wrong at the position.</summary>
    public readonly FormatException Unexpected() =>
        new(Position < _json.Length ? $"byte 0x{_json[Position]:x2} at {Position} is out of place" : $"the JSON is cut short at byte {Position}");

    private void SkipItems(bool isObject)
    {
        if (++_depth > MostDepth) throw new FormatException($"values are nested more than {MostDepth} times at byte {Position}");
        char end = isObject ? '}' : ']';
        Position++;
        SkipBlanks();
        if (Peek() != end)
        {
            SkipItem(isObject);
            while (Peek() != end)
            {
                Take(',');
                SkipItem(isObject);
            }
        }
        Position++;
        _depth--;
    }

    private void SkipItem(bool hasName)
    {
        SkipBlanks();
        if (hasName)
        {
            SkipString();
            SkipBlanks();
            Take(':');
        }
        ReadValue();
        SkipBlanks();
    }

    private void SkipString()
    {
        Take('"');
        while (Peek() is not ('"' or < ' ')) Position += Peek() == '\\' && Position + 1 < _json.Length ? 2 : 1;
        Take('"');
    }

    /// <summary>A number: no zeros in front, and digits on both sides of a point.</summary>
    private void SkipNumber()
    {
        if (Peek() == '-') Position++;
        if (Peek() == '0') Position++;
        else SkipDigits();
        if (Peek() == '.')
        {
            Position++;
            SkipDigits();
        }
        if (Peek() is not ('e' or 'E')) return;
        Position++;
        if (Peek() is '+' or '-') Position++;
        SkipDigits();
    }

    private void SkipDigits()
    {
        int start = Position;
        while (Peek() is >= '0' and <= '9') Position++;
        if (Position == start) throw Unexpected();
    }

    private void SkipWord()
    {
        ReadOnlySpan<byte> rest = _json[Position..];
        if (rest.StartsWith("true"u8) || rest.StartsWith("null"u8)) Position += 4;
        else if (rest.StartsWith("false"u8)) Position += 5;
        else throw Unexpected();
    }
}
