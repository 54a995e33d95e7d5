namespace XRayPS.Core.Filters.Evaluation;

/// <summary>A root cause of any kind.</summary>
/// <param name="Services">The services of the path.</param>
/// <param name="ClientImpacting">Whether the path starts at the root.</param>
public sealed record CausePath(IReadOnlyList<CauseService> Services, bool? ClientImpacting) : ICausePart
{
    object? ICausePart.Member(string name) => name switch
    {
        nameof(Services) => Services,
        nameof(ClientImpacting) => ClientImpacting,
        _ => null,
    };
}

/// <summary>A service on the path of a root cause.</summary>
/// <param name="Name">The name.</param>
/// <param name="Names">All names.</param>
/// <param name="Type">The type.</param>
/// <param name="AccountId">The account.</param>
/// <param name="Inferred">Whether the service did not report itself.</param>
/// <param name="EntityPath">Its segment and subsegments on the path.</param>
public sealed record CauseService(
    string? Name,
    IReadOnlyList<string> Names,
    string? Type,
    string? AccountId,
    bool? Inferred,
    IReadOnlyList<CauseEntity> EntityPath) : ICausePart
{
    object? ICausePart.Member(string name) => name switch
    {
        nameof(Name) => Name,
        nameof(Names) => Names,
        nameof(Type) => Type,
        nameof(AccountId) => AccountId,
        nameof(Inferred) => Inferred,
        nameof(EntityPath) => EntityPath,
        _ => null,
    };
}

/// <summary>A segment or subsegment on the path of a root cause.</summary>
/// <param name="Name">The name.</param>
/// <param name="Remote">Whether it is a call of another service.</param>
/// <param name="Coverage">The share of the root's time; on response time paths only.</param>
/// <param name="Exceptions">Its exceptions.</param>
public sealed record CauseEntity(
    string? Name, bool? Remote, double? Coverage, IReadOnlyList<CauseException> Exceptions) : ICausePart
{
    object? ICausePart.Member(string name) => name switch
    {
        nameof(Name) => Name,
        nameof(Remote) => Remote,
        nameof(Coverage) => Coverage,
        nameof(Exceptions) => Exceptions,
        _ => null,
    };
}

/// <summary>An exception on the path of a root cause.</summary>
/// <param name="Name">The type.</param>
/// <param name="Message">The message.</param>
public sealed record CauseException(string? Name, string? Message) : ICausePart
{
    object? ICausePart.Member(string name) => name switch
    {
        nameof(Name) => Name,
        nameof(Message) => Message,
        _ => null,
    };
}

/// <summary>A part of a root cause, by the names of the API's members.</summary>
internal interface ICausePart
{
    /// <summary>The member, or null.</summary>
    object? Member(string name);
}
