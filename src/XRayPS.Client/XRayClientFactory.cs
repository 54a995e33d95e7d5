using Amazon;
using XRayPS.Client.Connection;
using XRayPS.Client.Credentials;
using XRayPS.Client.Daemon;
using XRayPS.Core.Ports;

namespace XRayPS.Client;

/// <summary>Makes clients of X-Ray over the AWS SDK's pipeline, and senders of the daemon's datagrams.</summary>
public sealed class XRayClientFactory : IXRayClientFactory
{
    /// <inheritdoc/>
    public IXRayClient Create(ClientSettings settings) => new XRayClient(settings, ClientTuning.Default);

    /// <inheritdoc/>
    public IDaemonSender CreateDaemonSender(string? address) =>
        new DaemonSender(DaemonAddress.Resolve(address, ClientTuning.Default.Environment));

    /// <inheritdoc/>
    public IReadOnlyList<string> GetProfileNames(string? profileLocation) =>
        [.. AwsFiles.Load(profileLocation, ClientTuning.Default.Environment).Names
            .Union(EncryptedStore.Names(profileLocation), StringComparer.Ordinal)];

    /// <inheritdoc/>
    public IReadOnlyList<KeyValuePair<string, string>> GetRegions() =>
        [.. Partition.All.SelectMany(static partition => partition.Regions)
            .Order(StringComparer.Ordinal)
            .Select(static region => KeyValuePair.Create(region, RegionEndpoint.GetBySystemName(region).DisplayName))];
}
