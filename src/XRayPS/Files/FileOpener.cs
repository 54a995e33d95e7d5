using System.Diagnostics;

namespace XRayPS.Files;

/// <summary>Opens a file with the program that the system has for it.</summary>
internal static class FileOpener
{
    /// <summary>How a file is opened.</summary>
    internal static Action<string> Open { get; set; } = static path =>
        Process.Start(new ProcessStartInfo(path) { UseShellExecute = true })?.Dispose();
}
