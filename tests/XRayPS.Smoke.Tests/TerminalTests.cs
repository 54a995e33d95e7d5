namespace XRayPS.Smoke.Tests;

/// <summary>The prompt in a real terminal, typed into key by key.</summary>
public sealed class TerminalTests
{
    private const string Prompt = "PS>";

    [TerminalFact]
    public void Tab_history_and_several_lines()
    {
        using TmuxTerminal terminal = Open();
        terminal.Type("Get-XRayOper");
        terminal.Press("Tab");
        terminal.WaitForEnd($"{Prompt} Get-XRayOperation");
        terminal.Type(" -N");
        terminal.Press("Tab");
        terminal.WaitForEnd("Get-XRayOperation -Name");
        terminal.Enter(" GetTraceGraph | ForEach-Object { $_.Name.ToUpper() }");
        terminal.WaitForEnd($"GETTRACEGRAPH\n{Prompt}");

        terminal.Enter("foreach ($i in 1..2) {");
        terminal.WaitForEnd("{\n>>");
        terminal.Enter("\"<$i>\" }");
        terminal.WaitForEnd($"<1>\n<2>\n{Prompt}");

        // The second Up goes to the first line of the entry, the third to the entry before.
        terminal.Press("Up", "Up", "Up");
        terminal.WaitForEnd("ToUpper() }");
        terminal.Press("Down");
        terminal.WaitForEnd(">> \"<$i>\" }");
        terminal.Press("Enter");
        terminal.WaitForEnd($"<1>\n<2>\n{Prompt}");

        terminal.Press("C-r");
        terminal.Type("graph");
        terminal.WaitFor(s => s.Contains("(search 'graph') Get-XRayOperation", StringComparison.Ordinal));
        terminal.Press("Escape");
        terminal.WaitForEnd($"\n{Prompt}");
        Assert.Equal(
            ["Get-XRayOperation -Name GetTraceGraph | ForEach-Object { $_.Name.ToUpper() }", "foreach ($i in 1..2) {`", "\"<$i>\" }"],
            File.ReadAllLines(terminal.HistoryPath));
    }

    [TerminalFact]
    public void Ctrl_C_stops_what_runs_and_clears_what_is_typed_and_Ctrl_D_leaves()
    {
        using TmuxTerminal terminal = Open();
        terminal.Enter("'running'; while ($true) { }");
        terminal.WaitForEnd("\nrunning");
        terminal.Press("C-c");
        terminal.WaitForEnd($"running\n{Prompt}");
        terminal.Type("not to be run");
        terminal.Press("C-c");
        terminal.WaitForEnd($"not to be run\n{Prompt}");
        terminal.Enter("1/0");
        terminal.WaitForEnd($"divide by zero.\n{Prompt}");
        Assert.Matches("\u001b\\[31m.*divide by zero", terminal.ColoredScreen);
        terminal.Enter("$?; sh -c 'exit 5'");
        terminal.WaitForEnd($"False\n{Prompt}");
        terminal.Enter("$LASTEXITCODE");
        terminal.WaitForEnd($"5\n{Prompt}");
        terminal.Press("C-d");
        terminal.WaitForEnd("ended with 0");
    }

    [TerminalFact]
    public void Exit_ends_with_its_code_and_a_pasted_block_waits_for_Enter()
    {
        using TmuxTerminal terminal = Open();
        terminal.Paste("function leave {\n  exit 12\n}\nleave\n");
        terminal.WaitForEnd(">> }\n>> leave");
        terminal.Press("Enter");
        terminal.WaitForEnd("ended with 12");
    }

    [TerminalFact]
    public void The_width_is_followed_and_wide_characters_keep_their_place()
    {
        using TmuxTerminal terminal = Open();
        string digits = string.Concat(Enumerable.Repeat("0123456789", 9));
        terminal.Type($"'漢字{digits}'");
        terminal.WaitFor(s => s.Replace("\n", "").EndsWith($"{Prompt} '漢字{digits}'", StringComparison.Ordinal));
        terminal.Resize(50);
        terminal.Press("Left", "BSpace", "End");
        terminal.WaitFor(s => s.Replace("\n", "").EndsWith($"{Prompt} '漢字{digits[..^1]}'", StringComparison.Ordinal));
        terminal.Press("C-a", "C-k");
        terminal.Enter("$Host.UI.RawUI.BufferSize.Width");
        terminal.WaitForEnd($"50\n{Prompt}");
    }

    [TerminalFact]
    public void Progress_shows_while_it_lasts_and_leaves_nothing_behind()
    {
        using TmuxTerminal terminal = Open();
        terminal.Enter(
            "& { [CmdletBinding()] param() while (!$go) { $PSCmdlet.WriteProgress("
            + "[System.Management.Automation.ProgressRecord]::new(1, 'Scanning', 'on') ) } }");
        terminal.WaitForEnd("\nScanning on");
        terminal.Press("C-c");
        string screen = terminal.WaitForEnd($"\n{Prompt}");
        Assert.DoesNotContain("Scanning on", screen, StringComparison.Ordinal);
    }

    [TerminalFact]
    public void A_question_is_answered_by_a_letter_and_given_up_by_Ctrl_C()
    {
        using TmuxTerminal terminal = Open();
        const string question = "function ask { [CmdletBinding(SupportsShouldProcess)] param() "
            + "\"answer: $($PSCmdlet.ShouldProcess('it'))\" }; ask -Confirm";
        terminal.Enter(question);
        terminal.WaitForEnd("(default is \"Y\"):");
        terminal.Enter("n");
        terminal.WaitForEnd($"answer: False\n{Prompt}");
        terminal.Enter("ask -Confirm");
        terminal.WaitForEnd("(default is \"Y\"):");
        terminal.Press("C-c");
        string screen = terminal.WaitForEnd($":\n{Prompt}");
        Assert.Single(screen.Split('\n'), line => line.StartsWith("answer: ", StringComparison.Ordinal));
    }

    private static TmuxTerminal Open()
    {
        TmuxTerminal terminal = new(100, 40, "-NoLogo", "-NoExit", "-Command", "function prompt { \"PS> \" }");
        terminal.WaitForEnd(Prompt);
        return terminal;
    }
}
