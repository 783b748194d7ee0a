namespace TopicModel.Training.Data;

/// <summary>Counts places with the same problem and remembers the first ten of them.</summary>
internal sealed class PlaceList
{
    /// <summary>How many places are shown.</summary>
    public const int Limit = 10;

    private readonly List<string> _first = [];

    /// <summary>Number of all places.</summary>
    public int Count { get; private set; }

    /// <summary>The first ten.</summary>
    public IReadOnlyList<string> First => _first;

    /// <summary>Adds a place.</summary>
    public void Add(string place)
    {
        Count++;
        if (_first.Count < Limit) _first.Add(place);
    }

    /// <summary>"a.jsonl line 3, a.jsonl line 7 and 5 more".</summary>
    public override string ToString() => Join(_first, Count);

    /// <summary>Some places and how many more there are.</summary>
    /// <param name="shown">The first places.</param>
    /// <param name="count">Number of all.</param>
    public static string Join(IReadOnlyList<string> shown, int count) =>
        string.Join(", ", shown) + (count > shown.Count ? string.Create(Wording.Culture, $" and {count - shown.Count:N0} more") : "");
}
