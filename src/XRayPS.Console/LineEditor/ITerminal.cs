namespace XRayPS.Console.LineEditor;

/// <summary>What the editor needs of a terminal.</summary>
internal interface ITerminal
{
    /// <summary>Its columns, now.</summary>
    int Columns { get; }

    /// <summary>Its rows, now.</summary>
    int Rows { get; }

    /// <summary>Writes text with ANSI sequences.</summary>
    /// <param name="text">The text.</param>
    void Write(string text);

    /// <summary>Waits for a key, or for text that is pasted.</summary>
    KeyInput Read();
}
