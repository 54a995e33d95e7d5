using System.Management.Automation;
using XRayPS.Binding;
using XRayPS.Completion;
using XRayPS.Errors;
using XRayPS.Paging;

namespace XRayPS.Abstractions;

/// <summary>The rung of the queries over a window of time; by default the last 15 minutes.</summary>
public abstract class XRayWindowCmdlet : XRayTokenCmdlet
{
    private protected XRayWindowCmdlet()
    {
    }

    /// <summary>Start of the window, inclusive.</summary>
    [Parameter]
    [InstantTransformation]
    [ArgumentCompleter(typeof(InstantCompleter))]
    public DateTimeOffset? StartTime { get; set; }

    /// <summary>End of the window, exclusive; by default the present.</summary>
    [Parameter]
    [InstantTransformation]
    [ArgumentCompleter(typeof(InstantCompleter))]
    public DateTimeOffset? EndTime { get; set; }

    /// <summary>The length of the window, up to its end, such as <c>15m</c>; in place of -StartTime.</summary>
    [Parameter]
    [SpanTransformation]
    [ArgumentCompleter(typeof(SpanCompleter))]
    public TimeSpan? Last { get; set; }

    /// <summary>The window that was asked for; a token's own goes before the parameters.</summary>
    /// <param name="token">The token to start at, or null.</param>
    private protected TimeWindow Window(PageToken? token)
    {
        if (StartTime is not null && Last is not null)
        {
            ThrowTerminatingError(ErrorRecords.BadArgument(
                "TwoStarts", "-StartTime and -Last both say where the window starts; give one of them.", Last));
        }

        return token?.Window ?? TimeWindow.Of(StartTime, EndTime, Last, Clock.GetUtcNow());
    }
}
