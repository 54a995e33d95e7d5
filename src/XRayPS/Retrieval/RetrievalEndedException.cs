namespace XRayPS.Retrieval;

/// <summary>A retrieval that ended without traces.</summary>
/// <param name="status">How it ended: <c>FAILED</c>, <c>CANCELLED</c> or <c>TIMEOUT</c>.</param>
internal sealed class RetrievalEndedException(string status) : Exception($"The retrieval ended: {status}.")
{
    internal string Status { get; } = status;
}
