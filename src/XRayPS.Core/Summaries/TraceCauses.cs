using XRayPS.Core.Documents;
using XRayPS.Core.Graph;

namespace XRayPS.Core.Summaries;

/// <summary>The causes of errors and faults in the records of a summary.</summary>
internal sealed class TraceCauses
{
    private readonly AssembledTrace _trace;
    private readonly string? _ownAccount;
    private readonly Dictionary<string, TraceEntity> _owners = new(SegmentId.Comparer);

    internal TraceCauses(AssembledTrace trace, string? ownAccount)
    {
        _trace = trace;
        _ownAccount = ownAccount;
        foreach (TraceEntity entity in trace.Entities())
        {
            foreach (SegmentException exception in entity.Document.Cause?.Exceptions ?? [])
            {
                if (exception.Id is { } id)
                {
                    _owners.TryAdd(id, entity);
                }
            }
        }
    }

    internal RecordList<ErrorRootCause> Errors() => new(Paths(static document => document.Error == true)
        .Select(steps => new ErrorRootCause { ClientImpacting = steps[0] == _trace.Root, Services = ErrorServices(steps) }));

    internal RecordList<FaultRootCause> Faults() => new(Paths(static document => document.Fault == true)
        .Select(steps => new FaultRootCause { ClientImpacting = steps[0] == _trace.Root, Services = FaultServices(steps) }));

    private IEnumerable<IReadOnlyList<TraceEntity>> Paths(Func<SegmentDocument, bool> isFlagged) =>
        new CauseFinder(isFlagged, _owners).Find(_trace);

    private RecordList<ErrorRootCauseService> ErrorServices(IReadOnlyList<TraceEntity> steps)
    {
        RecordList<ErrorRootCauseService> services = [];
        foreach (TraceEntity step in steps)
        {
            if (services.Count == 0 || step.IsSegment)
            {
                NodeKey node = NodeIdentity.OfSegment(step.Segment, _ownAccount);
                services.Add(new ErrorRootCauseService
                {
                    Name = node.Name,
                    Names = [node.Name],
                    Type = node.Type,
                    AccountId = node.AccountId,
                    Inferred = step.Segment.IsInferred,
                });
            }

            services[^1].EntityPath.Add(new ErrorRootCauseEntity
            {
                Name = step.Document.Name,
                Exceptions = ExceptionsOf(step),
                Remote = step.IsCall,
            });
        }

        return services;
    }

    private RecordList<FaultRootCauseService> FaultServices(IReadOnlyList<TraceEntity> steps)
    {
        RecordList<FaultRootCauseService> services = [];
        foreach (TraceEntity step in steps)
        {
            if (services.Count == 0 || step.IsSegment)
            {
                NodeKey node = NodeIdentity.OfSegment(step.Segment, _ownAccount);
                services.Add(new FaultRootCauseService
                {
                    Name = node.Name,
                    Names = [node.Name],
                    Type = node.Type,
                    AccountId = node.AccountId,
                    Inferred = step.Segment.IsInferred,
                });
            }

            services[^1].EntityPath.Add(new FaultRootCauseEntity
            {
                Name = step.Document.Name,
                Exceptions = ExceptionsOf(step),
                Remote = step.IsCall,
            });
        }

        return services;
    }

    /// <summary>An exception that is only referred to comes out empty (observed).</summary>
    private static RecordList<RootCauseException> ExceptionsOf(TraceEntity entity) =>
        new((entity.Document.Cause?.Exceptions ?? []).Select(static exception =>
            new RootCauseException { Name = exception.Type, Message = exception.Message }));
}
