namespace XRayPS.Console.LineEditor;

/// <summary>A key, or a text that was pasted.</summary>
/// <param name="Key">The key.</param>
/// <param name="Pasted">The text, or null for a key.</param>
internal readonly record struct KeyInput(ConsoleKeyInfo Key, string? Pasted = null);
