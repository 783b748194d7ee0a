using System.Globalization;

namespace TopicModel.Training.Trainers;

/// <summary>
/// All options of one trainer, in one place for everybody who needs them: the trainer's constructor (ranges), manifests (values as
/// text), the configuration (text to values) and help.
/// </summary>
/// <typeparam name="TOptions">The options record; a new one has the defaults.</typeparam>
/// <param name="trainer">Name of the trainer, for messages.</param>
/// <param name="options">Its options.</param>
internal sealed class TrainerOptionSet<TOptions>(string trainer, params TrainerOption<TOptions>[] options) where TOptions : class, new()
{
    private readonly TrainerOption<TOptions>[] _options = [.. options.OrderBy(option => option.Key, StringComparer.Ordinal)];

    /// <summary>The options, ordinal by key.</summary>
    public IReadOnlyList<OptionDescription> Describe()
    {
        var defaults = new TOptions();
        return [.. _options.Select(option => new OptionDescription(option.Key, Text(option.Get(defaults)), option.Range, option.Meaning))];
    }

    /// <summary>[key] -> value as text, all of them.</summary>
    public IReadOnlyDictionary<string, string> ToText(TOptions values) =>
        new SortedDictionary<string, string>(_options.ToDictionary(option => option.Key, option => Text(option.Get(values))), StringComparer.Ordinal);

    /// <summary>Returns <paramref name="values"/> if all are within their ranges.</summary>
    /// <exception cref="ArgumentNullException">There are none.</exception>
    /// <exception cref="ArgumentException">An option is outside its range; the message names it, its value and what is allowed.</exception>
    public TOptions Checked(TOptions values)
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (TrainerOption<TOptions> option in _options)
            if (!option.Range.Contains(option.Get(values))) throw Refused(option, Text(option.Get(values)));
        return values;
    }

    /// <summary>The defaults with the given values in their place. Keys are compared without regard to case, as configuration keys are.</summary>
    /// <exception cref="ArgumentException">A key is unknown, or a value is no number or outside the range; the message names all.</exception>
    public TOptions Parse(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var values = new TOptions();
        foreach ((string key, string text) in pairs)
        {
            TrainerOption<TOptions> option = Array.Find(_options, option => string.Equals(option.Key, key, StringComparison.OrdinalIgnoreCase)) ?? throw Unknown(key);
            bool isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value);
            if (!isNumber || !option.Range.Contains(value)) throw Refused(option, text);
            values = option.With(values, value);
        }
        return values;
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private ArgumentException Refused(TrainerOption<TOptions> option, string value) =>
        new($"option \"{option.Key}\" of {trainer} is \"{value}\", {option.Range} was expected");

    private ArgumentException Unknown(string key)
    {
        string[] keys = [.. _options.Select(option => option.Key)];
        return new ArgumentException($"{trainer} has no option \"{key}\"; did you mean \"{NearestName.Of(key, keys)}\"? It has {string.Join(", ", keys)}");
    }
}
