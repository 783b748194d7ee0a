namespace TopicModel.Text;

/// <summary>How a line is numbered.</summary>
internal enum NumberStyle
{
    /// <summary>Not at all, or in words.</summary>
    None,

    /// <summary>"1.", "2)", "3/".</summary>
    Digits,

    /// <summary>"b)".</summary>
    Letter,

    /// <summary>"IV.".</summary>
    Roman,
}
