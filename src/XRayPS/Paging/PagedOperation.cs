using XRayPS.Core.Model;
using XRayPS.Core.Wire;

namespace XRayPS.Paging;

/// <summary>How an operation's records page: where the items are.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="GetItems">The items of a response.</param>
/// <param name="SetItems">Replaces the items of a response, for a page that was cut.</param>
internal sealed record PagedOperation<TRequest, TResponse, TItem>(
    Operation<TRequest, TResponse> Operation,
    Func<TResponse, RecordList<TItem>> GetItems,
    Action<TResponse, RecordList<TItem>> SetItems)
    where TRequest : class, ITokenCarrier, new()
    where TResponse : class, ITokenCarrier, new();
