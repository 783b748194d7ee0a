namespace TopicModel.Training.Data;

/// <summary>Collects the fields that rows have, to tell which of those asked for are in no row. Text files have no fields to compare.</summary>
internal sealed class FieldCensus
{
    /// <summary>A name longer than this, in UTF-16 units, is no likely meaning of another.</summary>
    private const int MaxNameLength = 60;

    private readonly List<string> _names = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private IReadOnlyList<string>? _last;
    private bool _hasTextFile;

    /// <summary>Rows seen.</summary>
    public int Rows { get; private set; }

    /// <summary>Adds a row.</summary>
    public void Add(DataRow row)
    {
        Rows++;
        _hasTextFile |= row.Line == 0;
        // Rows mostly share the list of their names.
        if (ReferenceEquals(row.Names, _last)) return;
        _last = row.Names;
        foreach (string name in row.Names) if (_known.Add(name)) _names.Add(name);
    }

    /// <summary>Those of some fields that no row has; none when there are no rows, or text files among them.</summary>
    public IReadOnlyList<string> Absent(IEnumerable<string> fields) => Rows == 0 || _hasTextFile ? [] : [.. fields.Where(field => !_known.Contains(field))];

    /// <summary>What to say of a field that no row has.</summary>
    public DataFinding Tell(string field, FindingSeverity severity, string code)
    {
        string there = _names.Count == 0 ? "they have no fields" : $"there are {Wording.Names(_names)}{NearestName.Hint(field, _names.Where(name => name.Length <= MaxNameLength))}";
        return new DataFinding(severity, code, $"field '{field}' is in none of {Wording.Count(Rows, "row")}; {there}", Rows, []);
    }
}
