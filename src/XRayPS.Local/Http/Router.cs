using System.Collections.Frozen;
using System.Text.Json;
using XRayPS.Core.Wire;
using XRayPS.Local.Handlers;
using XRayPS.Local.Otlp;

namespace XRayPS.Local.Http;

/// <summary>From method, path and body to an answer. Never throws but for cancellation.</summary>
internal sealed class Router(IEnumerable<IHandler> handlers, OtlpIntake otlp, RequestLimit? limit)
{
    private readonly FrozenDictionary<Operation, IHandler> _handlers =
        handlers.ToFrozenDictionary(handler => handler.Operation);

    /// <summary>The operations that have a handler.</summary>
    internal IEnumerable<Operation> Operations => _handlers.Keys;

    internal async Task<Answer> AnswerAsync(
        string method, string path, string? contentType, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        if (path == OtlpIntake.Path)
        {
            return await otlp.AnswerAsync(method, contentType, body, cancellationToken).ConfigureAwait(false);
        }

        if (path == "/" && method is "GET" or "HEAD")
        {
            return Answer.Greeting;
        }

        if (method != "POST" || Core.Wire.Operations.Route(path) is not { } operation)
        {
            return Answer.UnknownRoute;
        }

        try
        {
            limit?.Demand(operation);
            return _handlers.TryGetValue(operation, out IHandler? handler)
                ? new Answer(200, await handler.AnswerAsync(body, cancellationToken).ConfigureAwait(false))
                : throw Refusal.NotHere($"This local X-Ray does not have the operation {operation.Name}.");
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return Answer.Of(ToError(failure));
        }
    }

    /// <summary>The answer to a request whose body could not be had, in the words of the protocol that it belongs to.</summary>
    internal static Answer Refuse(string path, string? contentType, Refusal refusal) => path == OtlpIntake.Path
        ? (OtlpEncoding.Of(contentType) ?? OtlpEncoding.Json).Failure(refusal.Error.StatusCode, refusal.Message)
        : Answer.Of(refusal.Error);

    private static ServiceError ToError(Exception failure) => failure switch
    {
        Refusal refusal => refusal.Error,
        SerializationFailure wrong => new ServiceError(ErrorCodes.Serialization, wrong.Message, 400),
        JsonException => new ServiceError(ErrorCodes.Serialization, "The body is not valid JSON.", 400),
        _ => new ServiceError(ErrorCodes.InternalFailure, null, 500),
    };
}
