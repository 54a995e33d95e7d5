using System.Diagnostics;

namespace XRayPS.Tests.Local;

/// <summary>A local service as a process of its own.</summary>
internal static class Child
{
    /// <summary>Starts it on a file; the first line of its output is the port.</summary>
    internal static Process Start(string file) => Process.Start(new ProcessStartInfo("dotnet")
    {
        ArgumentList = { "exec", Path.Combine(AppContext.BaseDirectory, "XRayPS.LocalHost.dll"), file },
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;
}
