using System.Management.Automation;
using XRayPS.Core.Ports;
using XRayPS.Errors;
using XRayPS.Session;

namespace XRayPS.Abstractions;

/// <summary>The rung of the cmdlets that call the API: connection, calls, one ErrorRecord for a call that failed.</summary>
public abstract class XRayApiCmdlet : XRayConnectionCmdlet
{
    private ClientLease? _lease;
    private bool _described;
    private EffectiveConnection? _connection;

    private protected XRayApiCmdlet()
    {
    }

    /// <summary>The session's local X-Ray, when it is what this cmdlet calls; otherwise null.</summary>
    private protected ILocalService? CalledLocalService => LocalServices.At(Connection.Settings.EndpointUrl);

    /// <summary>Whether verbose lines are wanted; which source won takes a look-up that is not made for nobody.</summary>
    private bool IsVerbose => MyInvocation.BoundParameters.TryGetValue("Verbose", out object? verbose)
        ? verbose is SwitchParameter { IsPresent: true }
        : SessionState.PSVariable.GetValue("VerbosePreference") is ActionPreference and not ActionPreference.SilentlyContinue;

    /// <summary>What the cmdlet calls with.</summary>
    private protected EffectiveConnection Connection => _connection ??= Connect();

    /// <summary>Runs calls in the background and writes what they post; a failed call becomes one error.</summary>
    /// <param name="work">The calls.</param>
    /// <param name="target">The user's own input that they are for.</param>
    /// <returns>Whether nothing failed.</returns>
    private protected bool Call(Func<ApiCaller, CancellationToken, Task> work, object? target = null)
    {
        _lease ??= ClientCache.Shared.Rent(Connection.Settings);
        bool tells = IsVerbose;
        bool describe = tells && !_described;
        _described = true;
        try
        {
            Pump(async (feed, token) =>
            {
                if (describe)
                {
                    feed.Verbose(Connection.Describe(await _lease.Client.DescribeAsync(token).ConfigureAwait(false)));
                }

                await work(new ApiCaller(_lease.Client, feed, Clock, tells), token).ConfigureAwait(false);
            });
            return true;
        }
        catch (XRayException failure)
        {
            if (failure.Kind is FailureKind.Configuration or FailureKind.Permission)
            {
                _lease.Distrust();
            }

            WriteError(ErrorRecords.ForCall(failure, target));
            return false;
        }
    }

    /// <summary>Whether the session's local X-Ray is gone and nothing on the command line says where to send instead.</summary>
    private protected bool IsConnectionLost => XRaySession.IsLost && !EffectiveConnection.NamesItsTarget(CallSettings());

    /// <inheritdoc/>
    private protected override void Release() => _lease?.Dispose();

    private EffectiveConnection Connect()
    {
        if (IsConnectionLost)
        {
            ThrowTerminatingError(ErrorRecords.NotConnected());
        }

        return Effective(XRaySession.Current);
    }
}
