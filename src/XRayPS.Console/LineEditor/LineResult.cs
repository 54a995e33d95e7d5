namespace XRayPS.Console.LineEditor;

/// <summary>How reading a line ended.</summary>
internal enum LineEnd
{
    /// <summary>With Enter.</summary>
    Accepted,

    /// <summary>With Ctrl+C.</summary>
    Cancelled,

    /// <summary>With Ctrl+D on an empty line.</summary>
    Left,
}

/// <summary>A line that was read.</summary>
/// <param name="End">How reading ended.</param>
/// <param name="Text">The text; empty unless it was accepted.</param>
internal readonly record struct LineResult(LineEnd End, string Text);
