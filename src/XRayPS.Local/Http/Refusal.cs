using XRayPS.Core.Wire;

namespace XRayPS.Local.Http;

/// <summary>Ends a request with an error answer.</summary>
/// <param name="error">What to answer.</param>
internal sealed class Refusal(ServiceError error) : Exception(error.Message)
{
    internal ServiceError Error { get; } = error;

    /// <summary>A broken business rule.</summary>
    internal static Refusal InvalidRequest(string message) => new(ServiceError.InvalidRequest(message));

    /// <summary>A part of X-Ray that this service does not have.</summary>
    internal static Refusal NotHere(string sentence) => new(new ServiceError(ErrorCodes.UnknownOperation, sentence, 404));
}
