using XRayPS.Core.Wire;

namespace XRayPS.Local.Http;

/// <summary>Ends a request with an error answer.</summary>
/// <param name="error">What to answer.</param>
internal sealed class Refusal(ServiceError error) : Exception(error.Message)
{
    internal ServiceError Error { get; } = error;

    /// <summary>A broken business rule.</summary>
    internal static Refusal InvalidRequest(string message) => new(ServiceError.InvalidRequest(message));

    /// <summary>A crash of the real service that is part of what it does (observed): HTTP 500 without a text.</summary>
    internal static Refusal InternalFailure() => new(new ServiceError(ErrorCodes.InternalFailure, null, 500));

    /// <summary>A resource that is not there, on the operations that answer 404.</summary>
    internal static Refusal ResourceNotFound(string message, string? name) =>
        new(new ServiceError(ErrorCodes.ResourceNotFound, message, 404, ResourceName: name));

    /// <summary>A part of X-Ray that this service does not have.</summary>
    internal static Refusal NotHere(string sentence) => new(new ServiceError(ErrorCodes.UnknownOperation, sentence, 404));
}
