namespace XRayPS;

/// <summary>The language of a diagram.</summary>
public enum DiagramFormat
{
    /// <summary>Mermaid, which Markdown on many sites draws.</summary>
    Mermaid,

    /// <summary>Graphviz.</summary>
    Dot,

    /// <summary>A drawing.</summary>
    Svg,
}
