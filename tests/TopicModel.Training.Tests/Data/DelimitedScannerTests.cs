using System.Text;
using TopicModel.Training.Data;

namespace TopicModel.Training.Tests.Data;

/// <summary>The scanner sees what the reader of the training sees, whose lines stand in label-issues.jsonl.</summary>
public class DelimitedScannerTests
{
    private static readonly string[] Parts = ["a", "ừ", " ", "\"\"", "\n", "\r\n", "\r", ",", "\t", "|"], LineEnds = ["\n", "\r\n", "\r"];

    [Theory]
    [InlineData(',')]
    [InlineData('\t')]
    public void MoveNext_AnySoundFile_HasTheRowsOfTheReader(char delimiter)
    {
        var random = new DeterministicRandom(11);
        for (int run = 0; run < 300; run++)
        {
            byte[] file = Encoding.UTF8.GetBytes(Make(random, delimiter));
            DataRow[] expected = [.. new DelimitedReader(new MemoryStream(file), "f", delimiter.ToString(), new FieldMap(["x", "y", "z"]), keepRest: false).Read()];

            var rows = new DelimitedScanner(file, delimiter);
            Assert.True(rows.MoveNext());
            Assert.Equal(["x", "y", "z"], rows.Cells.Select(rows.Text));
            foreach (DataRow row in expected)
            {
                Assert.True(rows.MoveNext());
                Assert.Equal(row.Values.Select(value => value.Text), rows.Cells.Select(rows.Text));
                Assert.Equal(row.Line, rows.Line);
            }
            Assert.False(rows.MoveNext());
        }
    }

    private static string Make(DeterministicRandom random, char delimiter)
    {
        string end = LineEnds[random.Next(LineEnds.Length)];
        var text = new StringBuilder(random.Next(2) == 0 ? "" : "\uFEFF").Append(string.Join(delimiter, "x", "y", "z"));
        for (int row = random.Next(6); row > 0; row--)
        {
            text.Append(end);
            if (random.Next(4) == 0) text.Append(end);
            text.Append(string.Join(delimiter, Enumerable.Range(0, 3).Select(_ => Cell(random, delimiter))));
        }
        return text.Append(random.Next(2) == 0 ? end : "").ToString();
    }

    private static string Cell(DeterministicRandom random, char delimiter)
    {
        string text = string.Concat(Enumerable.Range(0, random.Next(5)).Select(_ => Parts[random.Next(Parts.Length)]));
        return random.Next(2) == 0 ? $"\"{text}\"" : string.Concat(text.Where(character => character != delimiter && character is not ('"' or '\r' or '\n')));
    }
}
