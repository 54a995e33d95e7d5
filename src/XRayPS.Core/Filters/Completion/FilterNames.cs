namespace XRayPS.Core.Filters.Completion;

/// <summary>Names that expressions may be completed with.</summary>
public sealed record FilterNames
{
    /// <summary>No names.</summary>
    public static FilterNames None { get; } = new();

    /// <summary>Names of services.</summary>
    public IReadOnlyCollection<string> Services { get; init; } = [];

    /// <summary>Types of services.</summary>
    public IReadOnlyCollection<string> ServiceTypes { get; init; } = [];

    /// <summary>Keys of annotations.</summary>
    public IReadOnlyCollection<string> AnnotationKeys { get; init; } = [];

    /// <summary>Names of groups.</summary>
    public IReadOnlyCollection<string> Groups { get; init; } = [];

    /// <summary>Names of users.</summary>
    public IReadOnlyCollection<string> Users { get; init; } = [];
}
