using System.Management.Automation;

namespace XRayPS.Abstractions;

/// <summary>Lines for whoever sits at the host, as Write-Host makes them: seen, but no output.</summary>
internal static class HostLines
{
    /// <summary>Writes a line to the information stream and the host.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="text">The line.</param>
    internal static void WriteToHost(this Cmdlet cmdlet, string text) =>
        cmdlet.WriteInformation(new HostInformationMessage { Message = text }, ["PSHOST"]);
}
