using System.Text;
using System.Text.Json;

namespace TopicModel.Training.Data;

/// <summary>The fields that are read of each row, numbered, and what each is for.</summary>
internal sealed class FieldMap
{
    private readonly byte[][] _utf8Names;

    /// <summary>Fields of a schema; one that is used twice is read once.</summary>
    public FieldMap(DataSchema schema) : this([.. schema.TextFields.Concat(schema.LabelFields).Concat(schema.SliceFields).Prepend(schema.IdField).Distinct(StringComparer.Ordinal)])
    {
        Texts = [.. schema.TextFields.Select(Find)];
        Labels = [.. schema.LabelFields.Select(Find)];
        Slices = [.. schema.SliceFields.Select(Find)];
    }

    /// <summary>Fields by their names alone, which are distinct; the first is the identifier.</summary>
    public FieldMap(string[] names) => (Names, _utf8Names) = (names, [.. names.Select(Encoding.UTF8.GetBytes)]);

    /// <summary>[field] -> name. Field 0 is the identifier.</summary>
    public string[] Names { get; }

    /// <summary>Fields of the text, in the order of the schema.</summary>
    public int[] Texts { get; } = [];

    /// <summary>Fields of the labels, in the order of the schema.</summary>
    public int[] Labels { get; } = [];

    /// <summary>Fields by which figures are told apart, in the order of the schema.</summary>
    public int[] Slices { get; } = [];

    /// <summary>Field of a name, or -1.</summary>
    public int Find(string name) => Array.IndexOf(Names, name);

    /// <summary>Field of the property name at which <paramref name="json"/> stands, or -1.</summary>
    public int Find(ref Utf8JsonReader json)
    {
        for (int i = 0; i < _utf8Names.Length; i++)
            if (json.ValueTextEquals(_utf8Names[i])) return i;
        return -1;
    }
}
