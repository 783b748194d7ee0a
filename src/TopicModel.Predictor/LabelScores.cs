using System.Collections;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace TopicModel;

/// <summary>The probability of every label of a classifier, in the order of its labels. Immutable.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class LabelScores : IReadOnlyDictionary<string, double>
{
    private readonly IReadOnlyList<string> _labels;
    private readonly double[] _probabilities;

    /// <summary>Takes probabilities as they are: <c>new LabelScores([new("favor", 0.9), new("against", 0.1)])</c>. For tests of apps.</summary>
    /// <exception cref="ArgumentNullException">The scores are null.</exception>
    /// <exception cref="ArgumentException">There are none, a label is null or there twice, or a probability is not from 0 to 1.</exception>
    public LabelScores(IEnumerable<KeyValuePair<string, double>> scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        KeyValuePair<string, double>[] all = [.. scores];
        (_labels, _probabilities) = ([.. all.Select(score => score.Key)], [.. all.Select(score => score.Value)]);
        if (all.Length == 0) throw new ArgumentException("there are no labels, at least one was expected");
        if (_labels.Contains(null!)) throw new ArgumentException("a label is null");
        if (_labels.GroupBy(label => label, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice) throw new ArgumentException($"label '{twice.Key}' is there twice");
        foreach ((string label, double probability) in all)
            if (probability is not (>= 0 and <= 1)) throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"the probability of '{label}' is {probability}, 0 to 1 was expected"));
    }

    internal LabelScores(IReadOnlyList<string> labels, double[] probabilities) => (_labels, _probabilities) = (labels, probabilities);

    /// <inheritdoc/>
    public int Count => _probabilities.Length;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _labels;

    /// <inheritdoc/>
    public IEnumerable<double> Values => _probabilities;

    /// <summary>The probability of a label, 0 to 1.</summary>
    /// <exception cref="KeyNotFoundException">The classifier has no such label.</exception>
    public double this[string key] =>
        TryGetValue(key, out double value) ? value : throw new KeyNotFoundException($"'{key}' is not a label of this classifier: {string.Join(", ", _labels)}");

    /// <inheritdoc/>
    public bool ContainsKey(string key) => TryGetValue(key, out _);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out double value)
    {
        for (int i = 0; i < _probabilities.Length; i++)
        {
            if (_labels[i] != key) continue;
            value = _probabilities[i];
            return true;
        }
        value = default;
        return false;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, double>> GetEnumerator()
    {
        for (int i = 0; i < _probabilities.Length; i++) yield return KeyValuePair.Create(_labels[i], _probabilities[i]);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>"favor 0.912, neutral 0.071, against 0.017".</summary>
    public override string ToString() =>
        string.Join(", ", this.Select(score => string.Create(CultureInfo.InvariantCulture, $"{score.Key} {score.Value:0.000}")));
}
