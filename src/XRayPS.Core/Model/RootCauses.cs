namespace XRayPS;

/// <summary>A path of services from the first affected one to the culprit of an error.</summary>
public sealed class ErrorRootCause
{
    /// <summary>The services of the path, in order.</summary>
    public RecordList<ErrorRootCauseService> Services { get; set; } = [];

    /// <summary>Whether the path starts at the root.</summary>
    public bool? ClientImpacting { get; set; }

    /// <summary>The path's names.</summary>
    public override string ToString() => string.Join(" -> ", Services);
}

/// <summary>A service on the path of an error root cause.</summary>
public sealed class ErrorRootCauseService
{
    /// <summary>The canonical name.</summary>
    public string? Name { get; set; }

    /// <summary>All names.</summary>
    public RecordList<string> Names { get; set; } = [];

    /// <summary>The kind of service.</summary>
    public string? Type { get; set; }

    /// <summary>The account; null for the own account.</summary>
    public string? AccountId { get; set; }

    /// <summary>The segments and subsegments, in order.</summary>
    public RecordList<ErrorRootCauseEntity> EntityPath { get; set; } = [];

    /// <summary>Whether the service never reported itself.</summary>
    public bool? Inferred { get; set; }

    /// <summary>Name and entities.</summary>
    public override string ToString() => EntityPath.Count > 1 ? $"{Name} [{string.Join(" > ", EntityPath)}]" : Name ?? "";
}

/// <summary>A segment or subsegment on the path of an error root cause.</summary>
public sealed class ErrorRootCauseEntity
{
    /// <summary>The name of the segment or subsegment.</summary>
    public string? Name { get; set; }

    /// <summary>The exceptions that it recorded.</summary>
    public RecordList<RootCauseException> Exceptions { get; set; } = [];

    /// <summary>Whether it is a call to another service.</summary>
    public bool? Remote { get; set; }

    /// <summary>The name.</summary>
    public override string ToString() => Name ?? "";
}

/// <summary>A path of services from the first affected one to the culprit of a fault.</summary>
public sealed class FaultRootCause
{
    /// <summary>The services of the path, in order.</summary>
    public RecordList<FaultRootCauseService> Services { get; set; } = [];

    /// <summary>Whether the path starts at the root.</summary>
    public bool? ClientImpacting { get; set; }

    /// <summary>The path's names.</summary>
    public override string ToString() => string.Join(" -> ", Services);
}

/// <summary>A service on the path of a fault root cause.</summary>
public sealed class FaultRootCauseService
{
    /// <summary>The canonical name.</summary>
    public string? Name { get; set; }

    /// <summary>All names.</summary>
    public RecordList<string> Names { get; set; } = [];

    /// <summary>The kind of service.</summary>
    public string? Type { get; set; }

    /// <summary>The account; null for the own account.</summary>
    public string? AccountId { get; set; }

    /// <summary>The segments and subsegments, in order.</summary>
    public RecordList<FaultRootCauseEntity> EntityPath { get; set; } = [];

    /// <summary>Whether the service never reported itself.</summary>
    public bool? Inferred { get; set; }

    /// <summary>Name and entities.</summary>
    public override string ToString() => EntityPath.Count > 1 ? $"{Name} [{string.Join(" > ", EntityPath)}]" : Name ?? "";
}

/// <summary>A segment or subsegment on the path of a fault root cause.</summary>
public sealed class FaultRootCauseEntity
{
    /// <summary>The name of the segment or subsegment.</summary>
    public string? Name { get; set; }

    /// <summary>The exceptions that it recorded.</summary>
    public RecordList<RootCauseException> Exceptions { get; set; } = [];

    /// <summary>Whether it is a call to another service.</summary>
    public bool? Remote { get; set; }

    /// <summary>The name.</summary>
    public override string ToString() => Name ?? "";
}

/// <summary>A path of services from the first affected one to the culprit of a response time.</summary>
public sealed class ResponseTimeRootCause
{
    /// <summary>The services of the path, in order.</summary>
    public RecordList<ResponseTimeRootCauseService> Services { get; set; } = [];

    /// <summary>Whether the path starts at the root.</summary>
    public bool? ClientImpacting { get; set; }

    /// <summary>The path's names.</summary>
    public override string ToString() => string.Join(" -> ", Services);
}

/// <summary>A service on the path of a response time root cause.</summary>
public sealed class ResponseTimeRootCauseService
{
    /// <summary>The canonical name.</summary>
    public string? Name { get; set; }

    /// <summary>All names.</summary>
    public RecordList<string> Names { get; set; } = [];

    /// <summary>The kind of service.</summary>
    public string? Type { get; set; }

    /// <summary>The account; null for the own account.</summary>
    public string? AccountId { get; set; }

    /// <summary>The segments and subsegments, in order.</summary>
    public RecordList<ResponseTimeRootCauseEntity> EntityPath { get; set; } = [];

    /// <summary>Whether the service never reported itself.</summary>
    public bool? Inferred { get; set; }

    /// <summary>Name and entities.</summary>
    public override string ToString() => EntityPath.Count > 1 ? $"{Name} [{string.Join(" > ", EntityPath)}]" : Name ?? "";
}

/// <summary>A segment or subsegment on the path of a response time root cause.</summary>
public sealed class ResponseTimeRootCauseEntity
{
    /// <summary>The name of the segment or subsegment.</summary>
    public string? Name { get; set; }

    /// <summary>Its duration divided by the root's, 0 to 1.</summary>
    public double? Coverage { get; set; }

    /// <summary>Whether it is a call to another service.</summary>
    public bool? Remote { get; set; }

    /// <summary>Name and coverage.</summary>
    public override string ToString() => Coverage is null ? Name ?? "" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Name} {Coverage:P0}");
}

/// <summary>An exception on a root cause's path.</summary>
public sealed class RootCauseException
{
    /// <summary>The type.</summary>
    public string? Name { get; set; }

    /// <summary>The message.</summary>
    public string? Message { get; set; }

    /// <summary>Type and message.</summary>
    public override string ToString() => $"{Name}: {Message}";
}
