using System.Text;

namespace XRayPS.Core.Rendering.Diagram.Svg;

/// <summary>
/// The colours of drawings, light and dark, once for drawings that stand alone and for those inside a page; and the rules
/// that use them, from <c>map.css</c>.
/// </summary>
internal static class MapStyle
{
    private static readonly (string Name, string Light, string Dark)[] s_colors =
    [
        ("canvas", "#ffffff", "#10151c"),
        ("surface", "#f7f8fa", "#161c25"),
        ("card", "#ffffff", "#1b232d"),
        ("edge", "#d8dee6", "#303b48"),
        ("ink", "#151a21", "#e9eef4"),
        ("muted", "#586475", "#9aa7b8"),
        ("line", "#8d99aa", "#67758a"),
        ("accent", "#2563c9", "#7db0ff"),
        ("ok", "#1a8a4f", "#3cc07d"),
        ("error", "#c98a00", "#f2bb45"),
        ("throttle", "#a1389e", "#da80d7"),
        ("fault", "#cf3517", "#ff7358"),
    ];

    /// <summary>The rules, with colours as custom properties.</summary>
    internal static string Rules { get; } = Resources.Read("Rendering/Diagram/Svg/map.css");

    /// <summary>The rules with light colours, and again with dark ones for those who prefer them.</summary>
    internal static string Standalone { get; } =
        Substitute(Rules, dark: false) + "@media (prefers-color-scheme: dark) {\n" + Substitute(Rules, dark: true) + "}\n";

    /// <summary>The colours as custom properties.</summary>
    /// <param name="dark">Which of the two sets.</param>
    internal static string Properties(bool dark) =>
        string.Concat(s_colors.Select(color => $"--{color.Name}:{(dark ? color.Dark : color.Light)};"));

    // Programs that are no browsers read style sheets in drawings, but know no custom properties.
    private static string Substitute(string rules, bool dark)
    {
        StringBuilder text = new(rules);
        foreach ((string name, string light, string night) in s_colors)
        {
            text.Replace($"var(--{name})", dark ? night : light);
        }

        return text.ToString();
    }
}
