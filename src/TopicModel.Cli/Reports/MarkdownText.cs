using System.Text;

namespace TopicModel.Cli.Reports;

/// <summary>Builds a Markdown document of paragraphs and tables.</summary>
internal sealed class MarkdownText
{
    private readonly StringBuilder _text = new();

    /// <summary>A heading, of level 1 (highest) to 6.</summary>
    public void Heading(int level, string text) => Paragraph($"{new string('#', level)} {Escape(text)}");

    /// <summary>A paragraph; the text is Markdown already.</summary>
    public void Paragraph(string markdown) => _text.Append(_text.Length == 0 ? "" : "\n").Append(markdown).Append('\n');

    /// <summary>A list of lines that are Markdown already; nothing when there are none.</summary>
    public void List(IEnumerable<string> lines)
    {
        bool isFirst = true;
        foreach (string line in lines)
        {
            _text.Append(isFirst ? "\n- " : "- ").Append(line).Append('\n');
            isFirst = false;
        }
    }

    /// <summary>A table; columns after the first <paramref name="textColumns"/> are aligned to the right.</summary>
    public void Table(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows, int textColumns = 1)
    {
        _text.Append('\n');
        Row(header);
        Row([.. header.Select((_, column) => column < textColumns ? "---" : "---:")]);
        foreach (IReadOnlyList<string> row in rows) Row(row);
    }

    /// <summary>Text that is to be read as it is: no mark-up, one line.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char character in text)
        {
            if (character is '|' or '*' or '_' or '`' or '<' or '>' or '[' or ']' or '\\' or '#') escaped.Append('\\');
            escaped.Append(char.IsControl(character) ? ' ' : character);
        }
        return escaped.ToString();
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private void Row(IReadOnlyList<string> cells) => _text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
