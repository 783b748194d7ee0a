using System.Text.Json;

namespace TopicModel.Training.Data;

/// <summary>Collects the names of the fields of one JSON object after another; those with the same names share one list.</summary>
internal sealed class RowNames
{
    private string[] _last = [];

    /// <summary>Names of the row from where they differ from the last row's; null as long as they do not.</summary>
    private List<string>? _own;

    private int _count;

    /// <summary>Adds the property name at which <paramref name="json"/> stands.</summary>
    /// <exception cref="InvalidOperationException">It has an escape of half a character.</exception>
    public void Add(ref Utf8JsonReader json)
    {
        if (_own is null && _count < _last.Length && json.ValueTextEquals(_last[_count]))
        {
            _count++;
            return;
        }
        _own ??= [.. _last.AsSpan(0, _count)];
        _own.Add(json.GetString()!);
    }

    /// <summary>The names of the row, in order; the next row begins.</summary>
    public IReadOnlyList<string> Take()
    {
        if (_own is not null) _last = [.. _own];
        else if (_count < _last.Length) _last = _last[.._count];
        (_own, _count) = (null, 0);
        return _last;
    }
}
