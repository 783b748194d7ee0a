namespace TopicModel.Testing.Browser;

/// <summary>How a page is looked at.</summary>
/// <param name="Name">For names of screenshots: "phone-dark".</param>
/// <param name="Width">Of the window, in CSS pixels.</param>
/// <param name="Height">Of the window, in CSS pixels.</param>
/// <param name="IsDark">Whether the system asks for dark pages (prefers-color-scheme).</param>
internal sealed record BrowserView(string Name, int Width, int Height, bool IsDark)
{
    /// <summary>The narrowest phone that pages are made for.</summary>
    public static BrowserView Phone { get; } = new("phone", 360, 780, false);

    /// <summary>The same at night.</summary>
    public static BrowserView PhoneDark { get; } = Phone with { Name = "phone-dark", IsDark = true };

    /// <summary>A laptop.</summary>
    public static BrowserView Desktop { get; } = new("desktop", 1280, 900, false);

    /// <summary>The same at night.</summary>
    public static BrowserView DesktopDark { get; } = Desktop with { Name = "desktop-dark", IsDark = true };

    /// <summary>All of these.</summary>
    public static IReadOnlyList<BrowserView> All { get; } = [Phone, PhoneDark, Desktop, DesktopDark];
}
