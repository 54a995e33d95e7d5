using XRayPS.Core.Wire;
using XRayPS.Local.Http;

namespace XRayPS.Local.Handlers;

/// <summary>What all operations have in common: read, check the model's constraints, answer, write.</summary>
/// <typeparam name="TRequest">The request record.</typeparam>
/// <typeparam name="TResponse">The response record.</typeparam>
internal abstract class Handler<TRequest, TResponse>(Operation<TRequest, TResponse> operation) : IHandler
    where TRequest : class, new()
    where TResponse : class, new()
{
    public Operation Operation => operation;

    public virtual async ValueTask<byte[]> AnswerAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        TRequest request = operation.Request.Parse(body.Span, ReadContext.Service);
        Inspect(request);
        if (operation.Request.Violations(request) is { } violations)
        {
            throw new Refusal(new ServiceError(ErrorCodes.Validation, violations, 400));
        }

        return operation.WriteResponse(await HandleAsync(request, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Looks at a request before the model's constraints are checked, for what fails earlier than they do.</summary>
    protected virtual void Inspect(TRequest request)
    {
    }

    /// <summary>Answers a request that satisfies the model's constraints. Broken business rules are thrown.</summary>
    protected abstract ValueTask<TResponse> HandleAsync(TRequest request, CancellationToken cancellationToken);
}
