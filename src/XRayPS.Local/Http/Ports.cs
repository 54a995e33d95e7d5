using XRayPS.Core.Ports;

namespace XRayPS.Local.Http;

/// <summary>The error for a port that somebody else has.</summary>
internal static class Ports
{
    internal static XRayException InUse(int port, string protocol, string parameter, Exception failure) => new(
        FailureKind.Configuration,
        "PortInUse",
        $"{protocol} port {port} on 127.0.0.1 cannot be opened ({failure.Message.TrimEnd('.')}): another program, such as the X-Ray daemon or a second local service, "
            + $"probably has it. Stop that program, or take another port with {parameter} ({parameter} 0 takes a free one).",
        failure);
}
