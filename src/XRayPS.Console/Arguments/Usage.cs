namespace XRayPS.Console.Arguments;

/// <summary>The text that <c>-Help</c> prints.</summary>
internal static class Usage
{
    public const string Text = """
        PowerShell's engine with the XRayPS module loaded: AWS X-Ray at the prompt.

        Usage: XRayPS.Console [options] [-File <script> [arguments] | -Command <text> | -]

          -Local               start a local X-Ray in this process and connect to it
          -Demo                the same with sample traces; alone it shows a short tour
          -Path <file>         keep the local X-Ray's traces in this database
          -Port <number>       its TCP port: 2000 unless said otherwise, 0 for a free one
          -DaemonPort <number> its UDP port for segments: 2000 unless said otherwise, 0 for a free one
          -RequestLimit <rate> requests of one operation a second before it throttles; no limit unless said otherwise

          -Command <text>      run the rest of the line; - reads the script from the standard input
          -File <path> ...     run a script with the arguments that follow
          -NoExit              prompt after the command, the script or the tour
          -NonInteractive      a question to the user is an error
          -NoLogo              no banner
          -WorkingDirectory <path>
          -Version, -Help

        Names may be shortened as in pwsh: -c, -f, -noni, -nol. Exit codes are pwsh's: what exit said, 1 after an
        error, 64 for arguments that are not understood; 130 after Ctrl+C.

        Examples:
          XRayPS.Console -Demo
          XRayPS.Console -Demo -Command 'Get-XRayTraceSummary -Last 1h | Where-Object HasFault'
          XRayPS.Console -NonInteractive -File ./runbook.ps1 -Service checkout
        """;
}
