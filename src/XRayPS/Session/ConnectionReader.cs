using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Core.Ports;
using XRayPS.Errors;

namespace XRayPS.Session;

/// <summary>Writes what a connection comes to: region and credentials are looked up, nothing is called.</summary>
internal static class ConnectionReader
{
    /// <summary>Writes a <see cref="Connection"/>, or the error that a call would meet.</summary>
    /// <param name="cmdlet">The cmdlet that writes.</param>
    /// <param name="effective">What it would call with.</param>
    /// <param name="session">What the process is connected to.</param>
    /// <param name="pump">The cmdlet's pump.</param>
    internal static void Write(
        Cmdlet cmdlet,
        EffectiveConnection effective,
        SessionConnection? session,
        Action<Func<PipelineFeed, CancellationToken, Task>> pump)
    {
        using ClientLease lease = ClientCache.Shared.Rent(effective.Settings);
        try
        {
            pump(async (feed, token) =>
                feed.Write(Make(effective, session, await lease.Client.DescribeAsync(token).ConfigureAwait(false))));
        }
        catch (XRayException failure)
        {
            lease.Distrust();
            cmdlet.WriteError(ErrorRecords.ForCall(failure, null));
        }
    }

    private static Connection Make(
        EffectiveConnection effective, SessionConnection? session, ConnectionDescription description) => new()
    {
        Endpoint = description.Endpoint,
        Region = description.Region,
        ProfileName = effective.Settings.ProfileName,
        Source = session?.Origin ?? "AWS defaults",
        RegionSource = effective.RegionOrigin ?? description.RegionSource,
        CredentialSource = description.CredentialSource,
        AccessKeyId = description.AccessKeyId,
        IsLocalService = LocalServices.At(description.Endpoint) is not null,
    };
}
