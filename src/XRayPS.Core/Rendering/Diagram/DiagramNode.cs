namespace XRayPS.Core.Rendering.Diagram;

/// <summary>A service in a diagram.</summary>
/// <param name="Index">Its place among the nodes; names are no keys, two services may share one.</param>
/// <param name="Service">The node of the graph.</param>
/// <param name="Load">What it served; null for clients.</param>
public sealed record DiagramNode(int Index, Service Service, DiagramLoad? Load)
{
    /// <summary>The name on one line; the reference number where there is none.</summary>
    public string Name => Service.Name is { Length: > 0 } name
        ? Line(name)
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"#{Service.ReferenceId}");

    /// <summary>The kind on one line; empty where the service has none.</summary>
    public string Kind => Line(Service.Type);

    /// <summary>Whether this is a caller from outside.</summary>
    public bool IsClient => Service.Type == Graph.NodeIdentity.Client;

    /// <summary>
    /// A text on one line, with U+FFFD for what a drawing cannot hold: halves of surrogate pairs, and the two codes that are
    /// no characters of XML.
    /// </summary>
    /// <param name="text">The text; null is empty.</param>
    internal static string Line(string? text) => string.Concat(
        CellText.Clean(text).EnumerateRunes().Select(rune => rune.Value is 0xfffe or 0xffff ? "\ufffd" : rune.ToString()));
}
