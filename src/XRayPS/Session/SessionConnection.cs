using XRayPS.Core.Ports;

namespace XRayPS.Session;

/// <summary>What the process is connected to, as Connect-XRay or Start-XRayLocalService said it.</summary>
/// <param name="Settings">Region, credentials and endpoint; what is null was not said.</param>
/// <param name="Origin">The cmdlet that connected.</param>
/// <param name="IsLocalService">Whether the endpoint is a local X-Ray of this process.</param>
internal sealed record SessionConnection(ClientSettings Settings, string Origin, bool IsLocalService);
