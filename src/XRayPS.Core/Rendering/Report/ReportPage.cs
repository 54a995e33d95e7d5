using System.Net;
using System.Security.Cryptography;
using System.Text;
using XRayPS.Core.Rendering.Diagram.Svg;

namespace XRayPS.Core.Rendering.Report;

/// <summary>
/// The page without its data. Its policy allows one style sheet and one script, by their hashes, and no connection to
/// anywhere: even if a value of a trace were taken for markup, it could neither run nor load anything.
/// </summary>
internal static class ReportPage
{
    private const string Folder = "Rendering/Report/Page/";

    // In the order of their needs.
    private static readonly string[] s_scripts =
    [
        "dom.js", "format.js", "data.js", "list.js", "chart.js", "filter.js", "map.js", "panel.js", "distribution.js",
        "table.js", "waterfall.js", "details.js", "trace.js", "page.js",
    ];

    private static readonly string[] s_styles = ["base.css", "overview.css", "traces.css", "trace.css"];

    private static readonly Lazy<string> s_script = new(() =>
        "\n(() => {\n'use strict';\n" + string.Join('\n', s_scripts.Select(name => Resources.Read(Folder + name))) + "})();\n");

    private static readonly Lazy<string> s_style = new(() =>
        "\n:root{color-scheme:light;" + MapStyle.Properties(dark: false) + "}\n"
        + ":root[data-theme=dark]{color-scheme:dark;" + MapStyle.Properties(dark: true) + "}\n"
        + "@media (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;" + MapStyle.Properties(dark: true) + "}}\n"
        + MapStyle.Rules + string.Join('\n', s_styles.Select(name => Resources.Read(Folder + name))));

    /// <summary>Writes everything before the data.</summary>
    internal static void WriteHead(TextWriter page, string title)
    {
        string policy = $"default-src 'none'; script-src '{Hash(s_script.Value)}'; style-src '{Hash(s_style.Value)}'; img-src data:; base-uri 'none'; form-action 'none'";
        page.Write("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.Write($"<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n");
        page.Write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n");
        page.Write("<link rel=\"icon\" href=\"data:,\">\n");
        page.Write($"<title>{WebUtility.HtmlEncode(title)}</title>\n<style>{s_style.Value}</style>\n</head>\n<body>\n");
        page.Write(Resources.Read(Folder + "body.html"));
    }

    /// <summary>Writes everything after the data.</summary>
    internal static void WriteFoot(TextWriter page) => page.Write($"<script>{s_script.Value}</script>\n</body>\n</html>\n");

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
