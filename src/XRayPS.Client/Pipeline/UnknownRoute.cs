namespace XRayPS.Client.Pipeline;

/// <summary>
/// The real service answers an unknown path with HTTP 200 and <c>{"Output":{"__type":"...UnknownOperationException"}...}</c>
/// (observed). A client that looks at the status alone takes it for an empty success.
/// </summary>
internal static class UnknownRoute
{
    /// <summary>Longer bodies are answers; the observed one has 90 bytes.</summary>
    private const int Longest = 512;

    internal static bool Is(ReadOnlySpan<byte> body) =>
        body.Length <= Longest
        && body.IndexOf("\"Output\""u8) >= 0
        && body.IndexOf("UnknownOperationException"u8) >= 0;
}
