using System.Management.Automation;
using System.Runtime.CompilerServices;
using XRayPS.Binding;
using XRayPS.Completion;
using XRayPS.Core.Model;
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
            ThrowTerminatingError(ErrorRecords.TwoStarts(Last));
        }

        return token?.Window ?? TimeWindow.Of(StartTime, EndTime, Last, Clock.GetUtcNow());
    }

    /// <summary>
    /// Streams the pages of a window, the latest first. Several readers read parts of the window at the same time, since a
    /// chain of tokens is only as quick as one call after the other.
    /// </summary>
    /// <param name="paged">The operation.</param>
    /// <param name="request">Makes the request of a part.</param>
    /// <param name="start">Where to start; null for the first page.</param>
    /// <param name="window">The window of the query, or of the token.</param>
    /// <param name="readers">How many parts are read at the same time.</param>
    /// <param name="target">The user's own input, for errors.</param>
    /// <param name="onPage">Called on the pipeline's thread for each page, before it is written.</param>
    private protected void StreamWindow<TRequest, TResponse, TItem>(
        PagedOperation<TRequest, TResponse, TItem> paged,
        Func<TimeWindow, TRequest> request,
        PageToken? start,
        TimeWindow window,
        int readers,
        object? target,
        Action<Page<TResponse>, WindowPart> onPage)
        where TRequest : class, ITokenCarrier, new()
        where TResponse : class, ITokenCarrier, new()
    {
        StreamParts(paged, request, WindowPart.Of(start, window, readers), readers, target, onPage);
    }

    /// <summary>Streams the pages of the parts of a window, in their order.</summary>
    /// <param name="paged">The operation.</param>
    /// <param name="request">Makes the request of a part.</param>
    /// <param name="parts">The parts, the latest first.</param>
    /// <param name="readers">How many parts are read at the same time.</param>
    /// <param name="target">The user's own input, for errors.</param>
    /// <param name="onPage">Called on the pipeline's thread for each page, before it is written.</param>
    private protected void StreamParts<TRequest, TResponse, TItem>(
        PagedOperation<TRequest, TResponse, TItem> paged,
        Func<TimeWindow, TRequest> request,
        IReadOnlyList<WindowPart> parts,
        int readers,
        object? target,
        Action<Page<TResponse>, WindowPart> onPage)
        where TRequest : class, ITokenCarrier, new()
        where TResponse : class, ITokenCarrier, new()
    {
        if (Budget.IsSpent)
        {
            return;
        }

        DateTimeOffset begin = parts[^1].Window.Start;
        int offset = parts[0].Offset;
        Call(
            (caller, token) => Prefetch.RunAsync(
                InOrder.ReadAsync(parts, readers, (part, stop) => Pages(caller, part, stop), token),
                caller.Feed,
                (page, written) =>
                {
                    onPage(page.Page, page.Part);
                    DateTimeOffset? older = page.Part.Window.Start > begin ? begin : null;
                    if (WritePage(paged, page.Page, offset, page.Part.Window, written, older))
                    {
                        caller.Feed.Finish();
                    }

                    offset = 0;
                },
                token),
            target);

        async IAsyncEnumerable<(Page<TResponse> Page, WindowPart Part)> Pages(
            ApiCaller caller, WindowPart part, [EnumeratorCancellation] CancellationToken token)
        {
            await foreach (Page<TResponse> page in PageReader
                .ReadAsync(caller, paged, request(part.Window), part.Start, token).ConfigureAwait(false))
            {
                yield return (page, part);
            }
        }
    }
}
