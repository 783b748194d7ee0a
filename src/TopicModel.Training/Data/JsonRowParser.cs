using System.Buffers;
using System.Text;
using System.Text.Json;

namespace TopicModel.Training.Data;

/// <summary>Makes rows of lines with one JSON object each, straight from the bytes: only the fields asked for become objects. For one thread.</summary>
internal sealed class JsonRowParser(string file, FieldMap fields, bool keepRest)
{
    private readonly ArrayBufferWriter<byte> _rest = new();
    private readonly RowNames _names = new();

    /// <summary>Number of the line at hand, 1-based.</summary>
    private int _number;

    private string Place => $"{file} line {_number}";

    /// <summary>The row of a line.</summary>
    /// <exception cref="DataException">The line is not UTF-8 or not one JSON object.</exception>
    public DataRow Parse(ReadOnlySpan<byte> line, int number)
    {
        _number = number;
        StrictUtf8.Require(line, file, number);
        var values = new FieldValue[fields.Names.Length];
        if (keepRest) _rest.ResetWrittenCount();
        try
        {
            var json = new Utf8JsonReader(line);
            json.Read();
            if (json.TokenType != JsonTokenType.StartObject) throw Malformed(line, 0);
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName) ReadField(ref json, line, values);
            json.Read();
        }
        catch (JsonException e)
        {
            throw Malformed(line, (int)e.BytePositionInLine.GetValueOrDefault(), e);
        }
        return new DataRow(file, number, values, _names.Take(), keepRest ? TakeRest() : null);
    }

    /// <summary>The names of the fields of a line, in order.</summary>
    /// <exception cref="DataException">The line is not UTF-8 or not one JSON object.</exception>
    public string[] ParseNames(ReadOnlyMemory<byte> line, int number)
    {
        _number = number;
        StrictUtf8.Require(line.Span, file, number);
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            if (document.RootElement.ValueKind != JsonValueKind.Object) throw Malformed(line.Span, 0);
            return [.. document.RootElement.EnumerateObject().Select(property => property.Name).Distinct()];
        }
        catch (JsonException e)
        {
            throw Malformed(line.Span, (int)e.BytePositionInLine.GetValueOrDefault(), e);
        }
    }

    private void ReadField(ref Utf8JsonReader json, ReadOnlySpan<byte> line, FieldValue[] values)
    {
        int field = FindField(ref json), start = (int)json.TokenStartIndex;
        json.Read();
        if (field >= 0)
        {
            values[field] = ReadValue(ref json, field);
            return;
        }
        json.Skip();
        if (!keepRest) return;
        _rest.Write(_rest.WrittenCount == 0 ? "{"u8 : ","u8);
        _rest.Write(line[start..(int)json.BytesConsumed]);
    }

    private int FindField(ref Utf8JsonReader json)
    {
        try
        {
            _names.Add(ref json);
            return fields.Find(ref json);
        }
        catch (InvalidOperationException e)
        {
            throw new DataException($"{Place}: the name of a field has an escape of half a character (a lone surrogate), expected whole characters", e);
        }
    }

    private JsonElement TakeRest()
    {
        _rest.Write(_rest.WrittenCount == 0 ? "{}"u8 : "}"u8);
        using JsonDocument document = JsonDocument.Parse(_rest.WrittenMemory);
        return document.RootElement.Clone();
    }

    private FieldValue ReadValue(ref Utf8JsonReader json, int field)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.Null:
                return default;
            case JsonTokenType.StartArray:
                return ReadList(ref json, field);
            case JsonTokenType.StartObject:
                json.Skip();
                return new FieldValue(FieldKind.Object);
            default:
                FieldKind kind = json.TokenType == JsonTokenType.String ? FieldKind.Text : json.TokenType == JsonTokenType.Number ? FieldKind.Number : FieldKind.Boolean;
                return new FieldValue(kind, ReadPlain(ref json, field));
        }
    }

    private FieldValue ReadList(ref Utf8JsonReader json, int field)
    {
        var list = new List<string>();
        bool isMixed = false;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType is JsonTokenType.Null or JsonTokenType.StartArray or JsonTokenType.StartObject)
            {
                isMixed = true;
                json.Skip();
            }
            else
            {
                list.Add(ReadPlain(ref json, field));
            }
        }
        return isMixed ? new FieldValue(FieldKind.MixedList) : new FieldValue(FieldKind.List, List: [.. list]);
    }

    private string ReadPlain(ref Utf8JsonReader json, int field)
    {
        if (json.TokenType is JsonTokenType.True or JsonTokenType.False) return json.GetBoolean() ? "true" : "false";
        if (json.TokenType == JsonTokenType.Number) return Encoding.ASCII.GetString(json.ValueSpan);
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new DataException($"{Place}: field '{fields.Names[field]}' has an escape of half a character (a lone surrogate), expected whole characters", e);
        }
    }

    private DataException Malformed(ReadOnlySpan<byte> line, int position, JsonException? e = null)
    {
        string found = "the end of the line";
        if (position < line.Length && Rune.DecodeFromUtf8(line[position..], out Rune rune, out _) == OperationStatus.Done) found = $"'{rune}'";
        return new DataException($"{Place}: malformed JSON at byte {position + 1}, found {found}, expected one complete JSON object a line", e);
    }
}
