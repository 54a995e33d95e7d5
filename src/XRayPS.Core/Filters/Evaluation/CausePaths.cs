namespace XRayPS.Core.Filters.Evaluation;

/// <summary>Root causes of the three kinds as one shape.</summary>
internal static class CausePaths
{
    internal static IReadOnlyList<CausePath> Of(TraceSummary summary, CauseKind kind) => kind switch
    {
        CauseKind.Fault => [.. summary.FaultRootCauses.Select(Of)],
        CauseKind.Error => [.. summary.ErrorRootCauses.Select(Of)],
        _ => [.. summary.ResponseTimeRootCauses.Select(Of)],
    };

    private static CausePath Of(FaultRootCause cause) => new(
        [
            .. cause.Services.Select(static service => new CauseService(
                service.Name, service.Names, service.Type, service.AccountId, service.Inferred,
                [.. service.EntityPath.Select(static entity => Entity(entity.Name, entity.Remote, entity.Exceptions))])),
        ],
        cause.ClientImpacting);

    private static CausePath Of(ErrorRootCause cause) => new(
        [
            .. cause.Services.Select(static service => new CauseService(
                service.Name, service.Names, service.Type, service.AccountId, service.Inferred,
                [.. service.EntityPath.Select(static entity => Entity(entity.Name, entity.Remote, entity.Exceptions))])),
        ],
        cause.ClientImpacting);

    private static CausePath Of(ResponseTimeRootCause cause) => new(
        [
            .. cause.Services.Select(static service => new CauseService(
                service.Name, service.Names, service.Type, service.AccountId, service.Inferred,
                [.. service.EntityPath.Select(static entity => new CauseEntity(entity.Name, entity.Remote, entity.Coverage, []))])),
        ],
        cause.ClientImpacting);

    private static CauseEntity Entity(string? name, bool? remote, RecordList<RootCauseException> exceptions) =>
        new(name, remote, null, [.. exceptions.Select(static each => new CauseException(each.Name, each.Message))]);
}
