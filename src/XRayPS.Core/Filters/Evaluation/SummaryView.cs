using XRayPS.Core.Documents;
using XRayPS.Core.Graph;

namespace XRayPS.Core.Filters.Evaluation;

/// <summary>A trace summary as filters see it, with the documents behind it where they are at hand.</summary>
/// <param name="summary">The summary.</param>
/// <param name="documents">Gives the documents, when a condition first needs them; null without them.</param>
public sealed class SummaryView(TraceSummary summary, Func<AssembledTrace>? documents = null) : ITraceView
{
    private TraceObservations? _observations;

    /// <inheritdoc/>
    public bool HasRoot => summary.EntryPoint is not null;

    /// <inheritdoc/>
    public bool HasError => summary.HasError;

    /// <inheritdoc/>
    public bool HasFault => summary.HasFault;

    /// <inheritdoc/>
    public bool HasThrottle => summary.HasThrottle;

    /// <inheritdoc/>
    public bool IsPartial => summary.IsPartial;

    /// <inheritdoc/>
    public Verdict HasInferred
    {
        get
        {
            bool possible = false;
            foreach (ServiceId service in summary.ServiceIds)
            {
                if (service.Type == NodeIdentity.Remote)
                {
                    return Verdict.Yes;
                }

                // A node of an AWS type may have reported itself, or not.
                possible |= service.Type is not (null or NodeIdentity.Client);
            }

            if (!possible)
            {
                return Verdict.No;
            }

            if (Observations is not { } observations)
            {
                return Verdict.Unknown;
            }

            bool inferred = observations.Nodes.Any(static node => node.Segment.IsInferred || node.Segment.Document.Inferred);
            return inferred ? Verdict.Yes : Verdict.No;
        }
    }

    /// <inheritdoc/>
    public double? Duration => summary.Duration;

    /// <inheritdoc/>
    public double? ResponseTime => summary.ResponseTime;

    /// <inheritdoc/>
    public int? HttpStatus => summary.Http?.HttpStatus;

    /// <inheritdoc/>
    public string? Url => summary.Http?.HttpURL;

    /// <inheritdoc/>
    public string? Method => summary.Http?.HttpMethod;

    /// <inheritdoc/>
    public string? UserAgent => summary.Http?.UserAgent;

    /// <inheritdoc/>
    public string? ClientIp => summary.Http?.ClientIp;

    /// <inheritdoc/>
    public TraceObservations? Observations => _observations ??=
        documents is null ? null : TraceObservations.Of(documents(), withOpenRoots: true);

    /// <inheritdoc/>
    public bool AnyUser(TextTest? test)
    {
        foreach (TraceUser user in summary.Users)
        {
            if (Passes(user.UserName, test))
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public bool AnyZone(TextTest? test)
    {
        foreach (AvailabilityZoneDetail zone in summary.AvailabilityZones)
        {
            if (Passes(zone.Name, test))
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public bool AnyInstance(TextTest? test)
    {
        foreach (InstanceIdDetail instance in summary.InstanceIds)
        {
            if (Passes(instance.Id, test))
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public bool AnyResource(TextTest? test)
    {
        foreach (ResourceARNDetail resource in summary.ResourceARNs)
        {
            if (Passes(resource.ARN, test))
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public bool AnyAnnotation(string key, AnnotationTest test) => test.IsMatch(summary.Annotations, key);

    /// <inheritdoc/>
    public bool AnyService(NodeMatcher matcher)
    {
        foreach (ServiceId service in summary.ServiceIds)
        {
            if (matcher.IsMatch(service.Name, service.Type, service.AccountId))
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public IReadOnlyList<CausePath> Causes(CauseKind kind) => CausePaths.Of(summary, kind);

    private static bool Passes(string? value, TextTest? test) => value is not null && (test is null || test.IsMatch(value));
}
