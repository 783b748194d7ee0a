namespace TopicModel.Rendering;

/// <summary>How a text that is only characters shows its marks.</summary>
internal enum TextMarkup
{
    /// <summary>[+word], [++word], [-word], [--word].</summary>
    Plain,

    /// <summary>ANSI escape sequences (ECMA-48 "select graphic rendition").</summary>
    Ansi,
}
