using System.Globalization;
using System.Text.Json;
using TopicModel.Training;

namespace TopicModel.Cli.Configuration;

/// <summary>
/// A place in the merged configuration, read with checks. Of several sources the last one counts: the file, then the environment,
/// then the command line. A value for a whole list replaces the list; elements may be replaced by number.
/// </summary>
/// <param name="layers">The sources, the one that counts most last.</param>
/// <param name="key">Key path with colons; "" for the root.</param>
/// <param name="part">One element of a list that was written as one text; null to ask the sources.</param>
internal sealed class ConfigNode(IReadOnlyList<ConfigLayer> layers, string key, ConfigEntry? part = null)
{
    /// <summary>Key path with dots, as messages show it.</summary>
    public string Path => key.Replace(':', '.');

    /// <summary>What the last source that knows the key says; null when none does.</summary>
    public ConfigEntry? Entry
    {
        get
        {
            if (part is not null) return part;
            for (int i = layers.Count - 1; i >= 0; i--) if (layers[i].Find(key) is { } entry) return entry;
            return null;
        }
    }

    /// <summary>Whether any source knows the key with a value other than null.</summary>
    public bool Exists => Entry is { IsNull: false };

    /// <summary>The node of that name below.</summary>
    public ConfigNode this[string name] => new(layers, key.Length == 0 ? name : $"{key}:{name}");

    /// <summary>Names below, in ordinal order, each once; names that differ only in case are one, spelt as in the first source.</summary>
    public IReadOnlyList<string> Names => [.. layers.SelectMany(layer => layer.ChildKeys(key)).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];

    /// <summary>The error that this value is not what was expected: "train.json: seed is 'abc'; a whole number was expected".</summary>
    public ConfigException Expected(string what) => Entry is { } entry
        ? Expected(entry, what)
        : new ConfigException($"{layers[0].Place(key)}: {Path} is missing; {what} was expected");

    /// <summary>An error about this value, in words of its own.</summary>
    public ConfigException Error(string problem) => new($"{Entry?.Place ?? layers[0].Place(key)}: {Path} {problem}");

    /// <summary>Checks that every source that knows the key has an object there, with no other names than those allowed.</summary>
    /// <exception cref="ConfigException">It is something else, or a name is not known; the nearest allowed one is suggested.</exception>
    public void CheckKeys(IReadOnlyList<string> allowed)
    {
        CheckIsObject();
        foreach (ConfigLayer layer in layers)
            foreach (string name in layer.ChildKeys(key))
                if (!allowed.Any(candidate => layer.IsSame(name, candidate)))
                    throw new ConfigException($"{layer.Place(this[name].FullKey)}: {this[name].Path} is not known{NearestName.Hint(name, allowed)}; allowed are {string.Join(", ", allowed)}");
    }

    /// <summary>Checks that every source that knows the key has an object there.</summary>
    /// <exception cref="ConfigException">It is something else.</exception>
    public void CheckIsObject()
    {
        foreach (ConfigLayer layer in layers)
            if (key.Length > 0 && layer.Find(key) is { } entry && (entry.IsScalar || entry.Kind == JsonValueKind.Array)) throw Expected(entry, "an object");
    }

    /// <summary>
    /// Checks that no source speaks of something below that the first source, the file, does not have: a misspelt name would otherwise make
    /// a new thing. One that has <paramref name="required"/> is meant to be new.
    /// </summary>
    /// <param name="what">What is below: "classifier".</param>
    /// <param name="required">Key without which nothing can be below.</param>
    /// <exception cref="ConfigException">There is one; the nearest name of the file is suggested.</exception>
    public void CheckNames(string what, string required)
    {
        IReadOnlyList<string> known = layers[0].ChildKeys(key);
        if (known.Count == 0) return;
        foreach (string name in Names.Where(name => !known.Contains(name, StringComparer.OrdinalIgnoreCase) && !this[name][required].Exists))
        {
            string below = this[name].FullKey;
            ConfigLayer layer = layers.First(layer => layer.Find(below) is not null);
            string place = layer.Place(layer.Descendants(below).Select(descendant => $"{below}:{descendant}").FirstOrDefault(below));
            string hint = NearestName.Find(name, known) is { } nearest ? $"did you mean '{nearest}'?" : $"there are {string.Join(", ", known)}";
            throw new ConfigException($"{place}: there is no {what} '{name}'; {hint}");
        }
    }

    /// <summary>Checks that every field named here is a text field.</summary>
    /// <exception cref="ConfigException">One is not; the nearest text field is suggested.</exception>
    public void CheckFields(IEnumerable<string> named, IReadOnlyList<string> textFields)
    {
        if (named.FirstOrDefault(field => !textFields.Contains(field)) is { } other)
            throw Error($"names '{other}', which is not a text field{NearestName.Hint(other, textFields)}; allowed are {string.Join(", ", textFields)} (data.fields.text)");
    }

    /// <summary>A text that is not empty.</summary>
    public string Text(string expected = "a text") => Entry?.As(JsonValueKind.String) is { } text && !string.IsNullOrWhiteSpace(text) ? text : throw Expected(expected);

    /// <summary>A text that is not empty, or the default when the key is missing.</summary>
    public string Text(string expected, string defaultValue) => Entry is null ? defaultValue : Text(expected);

    /// <summary>One of several names.</summary>
    public T Choice<T>(IReadOnlyDictionary<string, T> choices)
    {
        string expected = $"one of {string.Join(", ", choices.Keys)}";
        string text = Text(expected);
        return choices.TryGetValue(text, out T? choice) ? choice : throw Expected(expected + NearestName.Hint(text, choices.Keys));
    }

    /// <summary>One of several names, or the default when the key is missing.</summary>
    public T Choice<T>(IReadOnlyDictionary<string, T> choices, T defaultValue) => Entry is null ? defaultValue : Choice(choices);

    /// <summary>A whole number in a range, or the default when the key is missing.</summary>
    public int Integer(int min, int max, int defaultValue)
    {
        if (Entry is not { } entry) return defaultValue;
        bool isNumber = int.TryParse(entry.As(JsonValueKind.Number), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number);
        return isNumber && number >= min && number <= max ? number : throw Expected(max == int.MaxValue ? $"a whole number of at least {min}" : $"a whole number from {min} to {max}");
    }

    /// <summary>A number that satisfies a condition.</summary>
    public double Number(Func<double, bool> isValid, string expected)
    {
        bool isNumber = double.TryParse(Entry?.As(JsonValueKind.Number), NumberStyles.Float, CultureInfo.InvariantCulture, out double number);
        return isNumber && double.IsFinite(number) && isValid(number) ? number : throw Expected(expected);
    }

    /// <summary>true or false, or the default when the key is missing.</summary>
    public bool Flag(bool defaultValue)
    {
        if (Entry is not { } entry) return defaultValue;
        return bool.TryParse(entry.As(JsonValueKind.True, JsonValueKind.False), out bool flag) ? flag : throw Expected("true or false");
    }

    /// <summary>The elements of a list; a source without types may write them with commas between.</summary>
    public IReadOnlyList<ConfigNode> Elements(string expected)
    {
        ConfigEntry? entry = Entry;
        if (entry is { IsScalar: true, IsUntyped: true, IsNull: false } written)
        {
            string[] parts = written.Text!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            return [.. parts.Select((text, index) => new ConfigNode(layers, $"{key}:{index}", ConfigEntry.OfText(written.Place, text)))];
        }
        bool isList = entry is { IsScalar: false, Kind: not JsonValueKind.Object } && Names.All(name => name.All(char.IsAsciiDigit));
        return isList ? [.. Names.OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).Select(name => this[name])] : throw Expected(expected);
    }

    /// <summary>A list of texts without repetition, or the default when the key is missing.</summary>
    public IReadOnlyList<string> Texts(string expected, int minCount, IReadOnlyList<string> defaultValue)
    {
        if (Entry is null) return defaultValue;
        string[] texts = [.. Elements(expected).Select(element => element.Text())];
        if (texts.Length < minCount) throw Error($"is an empty list; {expected} was expected");
        string? repeated = texts.GroupBy(text => text, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;
        return repeated is null ? texts : throw Error($"has '{repeated}' twice; each may be there once");
    }

    /// <summary>
    /// Reads a place where a name may stand for an object. A name replaces what the sources before it say: it is told with the place as
    /// the later sources and its own know it. Without a name, null and this place.
    /// </summary>
    /// <exception cref="ConfigException">There is a single value that is no name.</exception>
    public (string? Name, ConfigNode Node) NameOrObject(string expected)
    {
        for (int i = layers.Count - 1; i >= 0; i--)
            if (layers[i].Find(key) is { IsScalar: true } entry)
                return (entry is { IsNull: false } && entry.As(JsonValueKind.String) is { } name && !string.IsNullOrWhiteSpace(name) ? name : throw Expected(entry, expected), new ConfigNode([.. layers.Skip(i)], key));
        return (null, this);
    }

    /// <summary>The values below as a table: [name] -> value. Names are as in the first source that has them and may contain anything.</summary>
    /// <param name="read">Reads one value.</param>
    /// <param name="hasName">Whether a name that was read already may stand here too.</param>
    public IReadOnlyDictionary<string, T> Table<T>(Func<ConfigNode, T> read, bool hasName = false)
    {
        if (!hasName) CheckIsObject();
        IEnumerable<string> names = layers.SelectMany(layer => layer.Descendants(key)).Distinct(StringComparer.OrdinalIgnoreCase);
        return names.Order(StringComparer.Ordinal).ToDictionary(name => name, name => read(this[name]), StringComparer.Ordinal);
    }

    private string FullKey => key;

    private ConfigException Expected(ConfigEntry entry, string what) => new($"{entry.Place}: {Path} is {entry.Shown}; {what} was expected");
}
