namespace TopicModel.Training.Data;

/// <summary>What stands in a field of a row.</summary>
internal enum FieldKind
{
    /// <summary>Nothing: the field is absent or null.</summary>
    Missing,

    /// <summary>A JSON string, or a whole text file.</summary>
    Text,

    /// <summary>A cell of a delimited file: a text, or several labels between bars or as a JSON list.</summary>
    Cell,

    /// <summary>A JSON number.</summary>
    Number,

    /// <summary>JSON true or false.</summary>
    Boolean,

    /// <summary>A JSON list of strings, numbers and booleans.</summary>
    List,

    /// <summary>A JSON list with something else in it.</summary>
    MixedList,

    /// <summary>A JSON object.</summary>
    Object,
}
