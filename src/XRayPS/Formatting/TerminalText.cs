using System.Management.Automation;
using System.Text;

namespace XRayPS.Formatting;

/// <summary>What the terminal can show, and what its user wants to see.</summary>
internal static class TerminalText
{
    private const string Drawn = "├─│●█░✖×…";

    /// <summary>
    /// Whether what is drawn beyond ASCII arrives as it is. PowerShell writes to a Windows console in UTF-16, whatever its
    /// code page; elsewhere the locale decides.
    /// </summary>
    internal static bool HasUnicode => OperatingSystem.IsWindows() || CanWrite(OutputEncoding());

    /// <summary>Whether an encoding has the characters of the drawings.</summary>
    /// <param name="encoding">The encoding.</param>
    internal static bool CanWrite(Encoding encoding) => encoding.GetString(encoding.GetBytes(Drawn)) == Drawn;

    /// <summary>Whether <c>$PSStyle.OutputRendering</c> says PlainText: then even captured text has no colours.</summary>
    /// <param name="variables">The session's variables.</param>
    internal static bool WantsPlainText(PSVariableIntrinsics variables) =>
        variables.GetValue("PSStyle") is { } style
        && PSObject.AsPSObject(style).Properties["OutputRendering"]?.Value?.ToString() == "PlainText";

    private static Encoding OutputEncoding()
    {
        try
        {
            return Console.OutputEncoding;
        }
        catch (Exception exception) when (exception is IOException or System.Security.SecurityException or PlatformNotSupportedException)
        {
            return Encoding.UTF8;
        }
    }
}
