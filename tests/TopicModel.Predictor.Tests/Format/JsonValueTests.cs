using System.Text;
using System.Text.Json;
using TopicModel.Format;

namespace TopicModel.Tests.Format;

/// <summary>The reader of manifests beside System.Text.Json.</summary>
public class JsonValueTests
{
    private static readonly string[] Samples =
    [
        """{"name":"topic","labels":["\u0111\u1EA3ng","d\u00e2n","a\"\\\/\b\f\n\r\t"],"slopes":[1,-0.5,1e-3,2E+5],"words":{"min":1,"max":2},"chars":null,"clean":true,"b":false,"x":[],"y":{}}""",
        " [ 1 , { \"a\" : [ [ ] , \"\\ud83d\\ude00 😀 đ\" ] } ] ",
        "\"x\"", "12", "null", """{"a":1,"a":2}""", "[0,-0,-0.0,0e0,10,1.5,-1.25E-7,100e+2,0.001]",
    ];

    private static readonly string Alphabet = "{}[]:,\"\\ \n0123456789.-+eEtrufalsn\u0001đ😀/bd";

    [Fact]
    public void Samples_AreReadAsSystemTextJsonReadsThem()
    {
        foreach (string sample in Samples) AssertSame(JsonValue.Parse(Encoding.UTF8.GetBytes(sample)), JsonDocument.Parse(sample).RootElement);
    }

    [Fact]
    public void Mutations_AreReadOrRefusedAsSystemTextJsonDoes()
    {
        var random = new Random(8);
        int read = 0;
        for (int i = 0; i < 30_000; i++)
        {
            var text = new StringBuilder(Samples[i % Samples.Length]);
            for (int change = random.Next(1, 4); change > 0 && text.Length > 0; change--)
            {
                int at = random.Next(text.Length);
                if (random.Next(3) == 0) text.Remove(at, Math.Min(text.Length - at, random.Next(1, 4)));
                else text[at] = Alphabet[random.Next(Alphabet.Length)];
            }
            byte[] utf8 = Encoding.UTF8.GetBytes(text.ToString());
            JsonElement? expected = Expected(utf8);
            bool isRead = TryRead(utf8, expected, out string found);
            Assert.True(isRead == expected is not null, $"{text} was {(isRead ? "read" : "refused")}: {found}");
            if (isRead) read++;
        }
        Assert.True(read > 3_000);
    }

    [Theory]
    [InlineData("", "the JSON is cut short at byte 0")]
    [InlineData("{\"a\":1", "the JSON is cut short at byte 6")]
    [InlineData("\"a", "the JSON is cut short at byte 2")]
    [InlineData("\"a\\", "the JSON is cut short at byte 3")]
    [InlineData("[1,]", "byte 0x5d at 3 is out of place")]
    [InlineData("[1 2]", "byte 0x32 at 3 is out of place")]
    [InlineData("{1:2}", "byte 0x31 at 1 is out of place")]
    [InlineData("nul", "byte 0x6e at 0 is out of place")]
    [InlineData("1 1", "byte 0x31 at 2 is out of place")]
    [InlineData("\"\u0001\"", "byte 0x01 at 1 is out of place")]
    [InlineData("01", "byte 0x31 at 1 is out of place")]
    [InlineData("-", "the JSON is cut short at byte 1")]
    [InlineData("[-.5]", "byte 0x2e at 2 is out of place")]
    [InlineData("[1.]", "byte 0x5d at 3 is out of place")]
    [InlineData("[+1]", "byte 0x2b at 1 is out of place")]
    [InlineData("[1e+]", "byte 0x5d at 4 is out of place")]
    [InlineData("[1.5.2]", "byte 0x2e at 4 is out of place")]
    [InlineData("[0x1]", "byte 0x78 at 2 is out of place")]
    [InlineData("[truefalse]", "byte 0x66 at 5 is out of place")]
    public void Parse_WhatIsNoJson_SaysWhere(string json, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => JsonValue.Parse(Encoding.UTF8.GetBytes(json)).Kind).Message);

    [Theory]
    [InlineData("\"\\x\"", "a text has the escape \\x")]
    [InlineData("\"\\u00g1\"", "a text has the escape \\u with 'g'")]
    [InlineData("\"\\u00\"", "a text has the escape \\u")]
    [InlineData("\"\\ud800\"", "a text has half of a surrogate pair")]
    public void Text_WithABadEscape_SaysSo(string json, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => JsonValue.Parse(Encoding.UTF8.GetBytes(json)).Text()).Message);

    [Theory]
    [InlineData("a", "2")]
    [InlineData("b", "[ ]")]
    [InlineData("c", "")]
    [InlineData("d", "")]
    [InlineData("", "7")]
    [InlineData("ab", "{ \"a\":9}")]
    public void Find_GivesTheLastOfThatName(string name, string expected)
    {
        JsonValue json = JsonValue.Parse("""{ "a" : 1, "b" :[ ],"a":2 , "\u0064": 3, "":7, "ab": { "a":9}}"""u8);

        Assert.Equal((expected, expected), (Raw(json.Find(name)), Raw(json.Indexed().Find(name))));
        foreach (string other in new[] { "[1]", "\"a\"", "12", "null", "{}" }) Assert.Equal(JsonKind.Missing, JsonValue.Parse(Encoding.UTF8.GetBytes(other)).Find(name).Kind);
        Assert.Equal(JsonKind.Missing, json.Find("c").Find("a").Kind);
    }

    /// <summary>The value as it is written; nothing where it is missing.</summary>
    private static string Raw(JsonValue value) => value.Kind switch
    {
        JsonKind.Missing => "",
        JsonKind.Array => "[ ]",
        JsonKind.Object => $"{{ \"a\":{value.Find("a").Text()}}}",
        _ => value.Text(),
    };

    [Fact]
    public void Parse_NestedTooDeep_IsRefused()
    {
        string deep = new string('[', 64) + new string(']', 64);
        Assert.Equal(JsonKind.Array, JsonValue.Parse(Encoding.UTF8.GetBytes(deep)).Kind);
        Assert.StartsWith("values are nested more than 64 times", Assert.Throws<FormatException>(() => JsonValue.Parse(Encoding.UTF8.GetBytes($"[{deep}]")).Kind).Message);
        Assert.Equal("a text is not UTF-8", Assert.Throws<FormatException>(() => JsonValue.Parse([(byte)'"', 0xFF, (byte)'"']).Text()).Message);
    }

    private static JsonElement? Expected(byte[] utf8)
    {
        try
        {
            JsonElement element = JsonDocument.Parse(utf8).RootElement;
            _ = Flatten(element);
            return element;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool TryRead(byte[] utf8, JsonElement? expected, out string found)
    {
        try
        {
            JsonValue value = JsonValue.Parse(utf8);
            found = Flatten(value);
            if (expected is { } element) Assert.Equal(Flatten(element), found);
            return true;
        }
        catch (FormatException exception)
        {
            found = exception.Message;
            return false;
        }
    }

    private static void AssertSame(JsonValue found, JsonElement expected) => Assert.Equal(Flatten(expected), Flatten(found));

    private static string Flatten(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join('|', element.EnumerateObject().Select(property => $"{property.Name}={Flatten(property.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join('|', element.EnumerateArray().Select(Flatten))}]",
        JsonValueKind.String => "'" + element.GetString(),
        JsonValueKind.Number => element.GetRawText(),
        _ => element.ValueKind.ToString(),
    };

    private static string Flatten(JsonValue value)
    {
        var items = new List<string>();
        for (JsonValue.Enumerator all = value.GetEnumerator(); all.MoveNext();) items.Add((value.Kind == JsonKind.Object ? all.Name + "=" : "") + Flatten(all.Current));
        return value.Kind switch
        {
            JsonKind.Object => $"{{{string.Join('|', items)}}}",
            JsonKind.Array => $"[{string.Join('|', items)}]",
            JsonKind.String => "'" + value.Text(),
            JsonKind.Number => value.Text(),
            _ => value.Kind.ToString(),
        };
    }
}
