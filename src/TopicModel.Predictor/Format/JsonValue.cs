using System.Buffers.Text;
using System.Text;

namespace TopicModel.Format;

/// <summary>
/// A value of a small JSON text, where it lies; what is asked of it is read anew each time, but for the places of an object's properties
/// where it was <see cref="Indexed"/>. By hand, because a manifest is read once a
/// process, in which System.Text.Json would first have to be loaded and compiled: of loading a model in a cold process, 72 ms on a busy
/// machine, that alone were 22 and are 12 of 58 (2026-11-29).
/// </summary>
internal readonly ref struct JsonValue
{
    private const string Escapes = "\"\\/bfnrt", Escaped = "\"\\/\b\f\n\r\t";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The value's bytes; empty when it is missing.</summary>
    private readonly ReadOnlySpan<byte> _json;

    /// <summary>Start and end of each property's name, in its quotes, and of its value.</summary>
    private readonly List<int>? _places;

    private JsonValue(ReadOnlySpan<byte> json, List<int> places) : this(json) => _places = places;

    private JsonValue(ReadOnlySpan<byte> json)
    {
        _json = json;
        Kind = json[0] switch
        {
            (byte)'{' => JsonKind.Object,
            (byte)'[' => JsonKind.Array,
            (byte)'"' => JsonKind.String,
            (byte)'t' => JsonKind.True,
            (byte)'f' => JsonKind.False,
            (byte)'n' => JsonKind.Null,
            _ => JsonKind.Number,
        };
    }

    /// <summary>What it is.</summary>
    public JsonKind Kind { get; }

    /// <summary>The value that a text is.</summary>
    /// <exception cref="FormatException">It is no JSON.</exception>
    public static JsonValue Parse(ReadOnlySpan<byte> utf8)
    {
        var scanner = new JsonScanner(utf8);
        ReadOnlySpan<byte> value = scanner.ReadValue();
        scanner.SkipBlanks();
        return scanner.Position == utf8.Length ? new JsonValue(value) : throw scanner.Unexpected();
    }

    /// <summary>The value of an object's property, the last of that name, which has no characters that would be escaped.</summary>
    public JsonValue Find(string name)
    {
        List<int> places = _places ?? Places();
        for (int i = places.Count - 4; i >= 0; i -= 4)
            if (IsNamed(_json[places[i]..places[i + 1]], name)) return new JsonValue(_json[places[i + 2]..places[i + 3]]);
        return default;
    }

    /// <summary>The same object, for many a <see cref="Find"/>: of a manifest 1.5 -> 0.3 ms where nothing is compiled ahead of time (2026-11-30).</summary>
    public JsonValue Indexed() => new(_json, Places());

    /// <summary>Elements of an array, properties of an object.</summary>
    public Enumerator GetEnumerator() => new(_json);

    /// <summary>Number of elements.</summary>
    public int Count()
    {
        int count = 0;
        for (Enumerator items = GetEnumerator(); items.MoveNext();) count++;
        return count;
    }

    /// <summary>Whether a number is a whole one, and which.</summary>
    public bool TryGetInteger(out int number) => Utf8Parser.TryParse(_json, out number, out int length) && length == _json.Length;

    /// <summary>Whether a number can be told in double precision, and which it is.</summary>
    public bool TryGetNumber(out double number) => Utf8Parser.TryParse(_json, out number, out int length) && length == _json.Length;

    /// <summary>Characters of a text, a number as it is written.</summary>
    /// <exception cref="FormatException">A text is not UTF-8, has an escape that is none, or half of a surrogate pair.</exception>
    public string Text()
    {
        if (Kind != JsonKind.String) return Decode(_json);
        ReadOnlySpan<byte> rest = _json[1..^1];
        int escape = rest.IndexOf((byte)'\\');
        if (escape < 0) return Decode(rest);
        var text = new StringBuilder();
        for (; escape >= 0; escape = rest.IndexOf((byte)'\\'))
        {
            text.Append(Decode(rest[..escape]));
            rest = rest[(escape + 1)..];
            int place = Escapes.IndexOf((char)rest[0], StringComparison.Ordinal), length = place >= 0 ? 1 : 5;
            if (place < 0 && (rest[0] != 'u' || rest.Length < length)) throw new FormatException($"a text has the escape \\{(char)rest[0]}");
            text.Append(place >= 0 ? Escaped[place] : Unit(rest[1..length]));
            rest = rest[length..];
        }
        return Whole(text.Append(Decode(rest)).ToString());
    }

    private List<int> Places()
    {
        var places = new List<int>();
        for (Enumerator items = GetEnumerator(); items.MoveNext();) items.AddPlaces(places);
        return places;
    }

    /// <summary>Whether that is the name in its quotes, without escapes.</summary>
    private static bool IsNamed(ReadOnlySpan<byte> quoted, string name)
    {
        if (quoted.Length != name.Length + 2) return false;
        for (int i = 0; i < name.Length; i++) if (quoted[i + 1] != name[i]) return false;
        return true;
    }

    private static string Decode(ReadOnlySpan<byte> utf8)
    {
        // Most have nothing but ASCII, for which a cold process need not make a decoder of UTF-8: 1.9 ms (called once in a program of its own, 2026-11-29).
        foreach (byte unit in utf8) if (unit > 0x7F) return DecodeUtf8(utf8);
        return Encoding.Latin1.GetString(utf8);
    }

    private static string DecodeUtf8(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return Utf8.GetString(utf8);
        }
        catch (DecoderFallbackException exception)
        {
            throw new FormatException("a text is not UTF-8", exception);
        }
    }

    private static char Unit(ReadOnlySpan<byte> digits)
    {
        int unit = 0;
        foreach (byte digit in digits)
        {
            if (!char.IsAsciiHexDigit((char)digit)) throw new FormatException($"a text has the escape \\u with '{(char)digit}'");
            unit = unit * 16 + (char.IsAsciiDigit((char)digit) ? digit - '0' : (digit | 0x20) - 'a' + 10);
        }
        return (char)unit;
    }

    /// <summary>Refuses half of a surrogate pair, which escapes can write and no text can have.</summary>
    private static string Whole(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) throw new FormatException("a text has half of a surrogate pair");
            i++;
        }
        return text;
    }

    /// <summary>Goes through the items of an array or object, which was checked as a whole; anything else has none.</summary>
    public ref struct Enumerator
    {
        private readonly bool _hasNames;
        private JsonScanner _scanner;
        private ReadOnlySpan<byte> _name;
        private int _nameEnd;

        /// <param name="json">Bytes of the value.</param>
        public Enumerator(ReadOnlySpan<byte> json)
        {
            _scanner = new JsonScanner(json) { Position = json.Length > 0 && json[0] is (byte)'{' or (byte)'[' ? 1 : json.Length };
            _hasNames = json.Length > 0 && json[0] == '{';
        }

        /// <summary>The item's value.</summary>
        public JsonValue Current { get; private set; }

        /// <summary>The item's name.</summary>
        public readonly string Name => new JsonValue(_name).Text();

        /// <summary>Adds start and end of the name and of the value.</summary>
        public readonly void AddPlaces(List<int> places)
        {
            int valueEnd = _scanner.Position;
            places.Add(_nameEnd - _name.Length);
            places.Add(_nameEnd);
            places.Add(valueEnd - Current._json.Length);
            places.Add(valueEnd);
        }

        /// <summary>Moves to the next item; false behind the last.</summary>
        public bool MoveNext()
        {
            _scanner.SkipBlanks();
            if (_scanner.Peek() == ',') _scanner.Position++;
            else if (_scanner.Peek() is '}' or ']' or -1) return false;
            if (_hasNames)
            {
                _name = _scanner.ReadValue();
                _nameEnd = _scanner.Position;
                _scanner.SkipBlanks();
                _scanner.Take(':');
            }
            Current = new JsonValue(_scanner.ReadValue());
            return true;
        }
    }
}
