using System.Runtime.InteropServices;

namespace XRayPS.Console.Hosting;

/// <summary>
/// Windows' own console understands ANSI sequences only when asked to; elsewhere there is nothing to do.
/// </summary>
internal static class WindowsTerminal
{
    private const int StandardOutput = -11;
    private const int StandardError = -12;
    private const uint EnableVirtualTerminalProcessing = 4;

    /// <summary>Switches ANSI sequences on for one of the streams.</summary>
    /// <param name="isError">Whether the stream of errors is meant.</param>
    /// <returns>Whether the terminal understands them.</returns>
    public static bool TryEnable(bool isError)
    {
        if (!OperatingSystem.IsWindows())
        {
            return Environment.GetEnvironmentVariable("TERM") != "dumb";
        }

        IntPtr handle = GetStdHandle(isError ? StandardError : StandardOutput);
        return GetConsoleMode(handle, out uint mode)
            && SetConsoleMode(handle, mode | EnableVirtualTerminalProcessing) != 0;
    }

    [DllImport("kernel32.dll")]
    private static extern IntPtr GetStdHandle(int which);

    [DllImport("kernel32.dll")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool GetConsoleMode(IntPtr handle, out uint mode);

    [DllImport("kernel32.dll")]
    private static extern int SetConsoleMode(IntPtr handle, uint mode);
}
