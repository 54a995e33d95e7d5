using System.Management.Automation;
using XRayPS.Core.Model;
using XRayPS.Errors;
using XRayPS.Paging;

namespace XRayPS.Abstractions;

/// <summary>
/// The rung of the cmdlets whose operation answers in pages: items one by one as they arrive, -First and -Skip over all
/// pages, or one object per page.
/// </summary>
public abstract class XRayPagedCmdlet : XRayApiCmdlet
{
    private ItemBudget? _budget;

    private protected XRayPagedCmdlet()
    {
    }

    /// <summary>Write the pages, with their tokens and what else the service says, rather than the items.</summary>
    [Parameter]
    public SwitchParameter AsPage { get; set; }

    /// <summary>Refused: X-Ray has no page size. It is here to say so to scripts that know it from other services.</summary>
    [Parameter(DontShow = true)]
    public virtual int PageSize { get; set; }

    /// <summary>Whether a token can say where a query goes on.</summary>
    private protected virtual bool CanResume => false;

    /// <summary>Whether the operation takes the size of a page; then the cmdlet says what it may be.</summary>
    private protected virtual bool TakesPageSize => false;

    /// <summary>The size of a page to ask for; null leaves it to the service.</summary>
    private protected int? AskedPageSize =>
        MyInvocation.BoundParameters.ContainsKey(nameof(PageSize)) ? PageSize : null;

    /// <summary>What -First and -Skip have left over.</summary>
    private protected ItemBudget Budget => _budget ??= new ItemBudget(PagingParameters);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (AskedPageSize is not null && !TakesPageSize)
        {
            ThrowTerminatingError(ErrorRecords.BadArgument(
                "PageSizeNotSupported",
                "X-Ray decides itself how large a page is, so -PageSize cannot be heeded. -First says how many objects you want.",
                PageSize));
        }

        if (PagingParameters.IncludeTotalCount)
        {
            // X-Ray never says how many there are: an unknown total, as PowerShell's paging has it.
            WriteObject(PagingParameters.NewTotalCount(totalCount: 0, accuracy: 0));
        }
    }

    /// <summary>Writes what -First and -Skip want of a page. For the pipeline's thread.</summary>
    /// <param name="paged">The operation.</param>
    /// <param name="page">The page.</param>
    /// <param name="offset">Items of the page that are done with already.</param>
    /// <param name="window">The window of the query, for tokens.</param>
    /// <param name="written">Called when the first object was written.</param>
    /// <param name="begin">Start of the whole query, when older windows follow this one.</param>
    /// <param name="show">What is written of an item; null writes the item.</param>
    /// <returns>Whether -First is satisfied.</returns>
    private protected bool WritePage<TRequest, TResponse, TItem>(
        PagedOperation<TRequest, TResponse, TItem> paged,
        Page<TResponse> page,
        int offset,
        TimeWindow? window,
        Action? written,
        DateTimeOffset? begin = null,
        Func<TItem, object>? show = null)
        where TRequest : class, ITokenCarrier, new()
        where TResponse : class, ITokenCarrier, new()
    {
        RecordList<TItem> items = paged.GetItems(page.Response);
        (int from, int to) = Budget.Take(offset, items.Count);
        string? resume = !CanResume
            ? null
            : Resume(paged.Operation.Name, page.Start, page.Next, to < items.Count ? to : null, window, begin);
        if (AsPage)
        {
            // A page that -Skip passes over as a whole is not there for the user.
            if (to > from || !Budget.IsSkipping)
            {
                paged.SetItems(page.Response, new RecordList<TItem>(items.Skip(from).Take(to - from)));
                page.Response.NextToken = resume;
                WriteObject(page.Response);
                written?.Invoke();
            }
        }
        else
        {
            for (int i = from; i < to; i++)
            {
                WriteObject(show is null ? items[i] : show(items[i]));
                written?.Invoke();
            }
        }

        if (Budget.IsSpent && resume is not null)
        {
            WriteVerbose($"There is more: -NextToken '{resume}' goes on from here.");
        }

        return Budget.IsSpent;
    }

    private static string? Resume(
        string operation, string? start, string? next, int? cutAt, TimeWindow? window, DateTimeOffset? begin)
    {
        if (cutAt is { } offset)
        {
            return PageToken.Write(operation, start, offset, window, begin);
        }

        if (next is not null)
        {
            return PageToken.Write(operation, next, 0, window, begin);
        }

        return begin is { } older && window is { } done
            ? PageToken.Write(operation, null, 0, new TimeWindow(older, done.Start))
            : null;
    }
}
