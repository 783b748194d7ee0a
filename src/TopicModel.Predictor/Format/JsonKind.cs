namespace TopicModel.Format;

/// <summary>What a JSON value is.</summary>
internal enum JsonKind
{
    /// <summary>Not there.</summary>
    Missing,

    /// <summary>null.</summary>
    Null,

    /// <summary>false.</summary>
    False,

    /// <summary>true.</summary>
    True,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A text.</summary>
    String,

    /// <summary>A list.</summary>
    Array,

    /// <summary>Values with names.</summary>
    Object,
}
