namespace XRayPS.Smoke.Tests;

/// <summary>A test that drives a real terminal, which tmux is.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TerminalFactAttribute : FactAttribute
{
    public TerminalFactAttribute()
    {
        if (!TmuxTerminal.IsThere)
        {
            Skip = "NOT TESTED HERE: tmux is not installed, so that there is no terminal to type into.";
        }
    }
}
