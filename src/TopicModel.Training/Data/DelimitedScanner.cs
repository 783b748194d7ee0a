using System.Text;

namespace TopicModel.Training.Data;

/// <summary>
/// Finds the rows and cells of a file of cells between commas or tabs (RFC 4180) as ranges of its bytes, so that a cell can be replaced and
/// all else kept. It sees the rows and lines that <see cref="DelimitedReader"/> sees in a file that is sound.
/// </summary>
/// <param name="contents">The file, decompressed.</param>
/// <param name="delimiter">Between cells.</param>
internal sealed class DelimitedScanner(byte[] contents, char delimiter)
{
    private readonly List<Range> _cells = [];
    private int _position = contents.AsSpan().StartsWith(StrictUtf8.ByteOrderMark) ? StrictUtf8.ByteOrderMark.Length : 0, _nextLine = 1;

    /// <summary>Line at which the current row starts, 1-based.</summary>
    public int Line { get; private set; }

    /// <summary>[cell of the current row] -> its bytes, with the quotes around it.</summary>
    public IReadOnlyList<Range> Cells => _cells;

    /// <summary>Moves to the next row that is not empty; false at the end.</summary>
    public bool MoveNext()
    {
        while (_position < contents.Length)
        {
            ReadRow();
            if (_cells.Count > 1 || Text(_cells[0]).Length > 0) return true;
        }
        return false;
    }

    /// <summary>The text of a cell, without its quotes.</summary>
    public string Text(Range cell)
    {
        string text = Encoding.UTF8.GetString(contents.AsSpan(cell));
        return text.StartsWith('"') ? text[1..(text.Length > 1 && text.EndsWith('"') ? ^1 : ^0)].Replace("\"\"", "\"", StringComparison.Ordinal) : text;
    }

    private void ReadRow()
    {
        _cells.Clear();
        Line = _nextLine;
        while (true)
        {
            int start = _position;
            SkipCell();
            _cells.Add(start.._position);
            if (_position == contents.Length) return;
            if (contents[_position] != delimiter) break;
            _position++;
        }
        PassLineEnd();
    }

    /// <summary>Moves to the delimiter or the end of line behind a cell.</summary>
    private void SkipCell()
    {
        if (_position < contents.Length && contents[_position] == '"') SkipQuoted();
        while (_position < contents.Length && contents[_position] != delimiter && !IsLineEnd(contents[_position])) _position++;
    }

    /// <summary>Moves behind the quote that closes a cell; a doubled one is part of the text.</summary>
    private void SkipQuoted()
    {
        _position++;
        while (_position < contents.Length)
        {
            if (IsLineEnd(contents[_position])) PassLineEnd();
            else if (contents[_position++] == '"')
            {
                if (_position == contents.Length || contents[_position] != '"') return;
                _position++;
            }
        }
    }

    private static bool IsLineEnd(byte character) => character is (byte)'\r' or (byte)'\n';

    private void PassLineEnd()
    {
        bool isPair = contents[_position] == '\r' && _position + 1 < contents.Length && contents[_position + 1] == '\n';
        _position += isPair ? 2 : 1;
        _nextLine++;
    }
}
