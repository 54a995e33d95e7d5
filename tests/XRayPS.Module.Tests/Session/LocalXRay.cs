using XRayPS.Abstractions;
using Outcome = XRayPS.Module.Tests.Engine.Outcome;
using XRayPS.Module.Tests.Engine;
using XRayPS.Session;

namespace XRayPS.Module.Tests.Session;

/// <summary>A shell that is connected to a local X-Ray of its own.</summary>
public abstract class LocalXRay : IDisposable
{
    private protected LocalXRay()
    {
        XRaySession.Reset();
        Shell.Run("Start-XRayLocalService -Port 0 -DaemonPort 0");
    }

    private protected Shell Shell { get; } = new();

    public virtual void Dispose()
    {
        XRayCmdlet.Clock = TimeProvider.System;
        LocalServices.StopAll();
        XRaySession.Reset();
        Shell.Dispose();
    }

    /// <summary>Runs a script that must not fail.</summary>
    private protected Outcome Good(string script, params object[] input)
    {
        Outcome outcome = Shell.Run(script, input);
        Assert.Empty(outcome.Errors);
        return outcome;
    }

    /// <summary>The document of a segment that ended a moment ago.</summary>
    private protected static string Document(
        string traceId, string id, string name = "demo", int secondsAgo = 5, string more = "")
    {
        double start = Core.Model.Epoch.ToSeconds(DateTimeOffset.UtcNow.AddSeconds(-secondsAgo));
        return FormattableString.Invariant(
            $$"""{"trace_id":"{{traceId}}","id":"{{id}}","name":"{{name}}","start_time":{{start:F6}},"end_time":{{start + 0.5:F6}}{{more}}}""");
    }

    /// <summary>Writes traces of one segment each; the first is the oldest.</summary>
    private protected string[] WriteTraces(int count)
    {
        string[] ids = [.. Enumerable.Range(0, count).Select(_ => Core.Documents.TraceId.New(TimeProvider.System))];
        Good(
            "$input | Write-XRaySegment",
            [.. ids.Select((id, i) => Document(id, (0x1000_0000_0000_0000 + i).ToString("x16"), secondsAgo: 10 + count - i))]);
        return ids;
    }
}
