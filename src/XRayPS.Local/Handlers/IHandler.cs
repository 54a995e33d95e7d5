using XRayPS.Core.Wire;

namespace XRayPS.Local.Handlers;

/// <summary>Answers one operation.</summary>
internal interface IHandler
{
    Operation Operation { get; }

    /// <summary>From the body of a request to the body of the answer. Errors are thrown.</summary>
    ValueTask<byte[]> AnswerAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken);
}
