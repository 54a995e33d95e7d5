namespace XRayPS;

/// <summary>The HTTP request and response of a trace's root.</summary>
public sealed class Http
{
    /// <summary>The full URL.</summary>
    public string? HttpURL { get; set; }

    /// <summary>The response status.</summary>
    public int? HttpStatus { get; set; }

    /// <summary>The method.</summary>
    public string? HttpMethod { get; set; }

    /// <summary>The requester's user agent.</summary>
    public string? UserAgent { get; set; }

    /// <summary>The requester's address.</summary>
    public string? ClientIp { get; set; }

    /// <summary>Method, URL and status.</summary>
    public override string ToString() => string.Join(' ', new[] { HttpMethod, HttpURL, HttpStatus?.ToString(System.Globalization.CultureInfo.InvariantCulture) }.Where(part => part is not null));
}

/// <summary>The value of an annotation: one of the three members is set.</summary>
public sealed class AnnotationValue
{
    /// <summary>A number.</summary>
    public double? NumberValue { get; set; }

    /// <summary>A boolean.</summary>
    public bool? BooleanValue { get; set; }

    /// <summary>A string.</summary>
    public string? StringValue { get; set; }

    /// <summary>The value that is set: a string, a number, a boolean or null.</summary>
    public object? Value => (object?)StringValue ?? (object?)NumberValue ?? BooleanValue;

    /// <summary>The value as text; numbers and booleans as in JSON.</summary>
    public override string ToString() => Value switch
    {
        string text => text,
        double number => number.ToString("R", System.Globalization.CultureInfo.InvariantCulture),
        true => "true",
        false => "false",
        _ => "",
    };
}

/// <summary>A value of an annotation and the services that carry it.</summary>
public sealed class ValueWithServiceIds
{
    /// <summary>The value.</summary>
    public AnnotationValue? AnnotationValue { get; set; }

    /// <summary>Documented as the services that carry the value; the real service always sends null (observed).</summary>
    public RecordList<ServiceId>? ServiceIds { get; set; }

    /// <summary>The value.</summary>
    public override string ToString() => AnnotationValue?.ToString() ?? "";
}

/// <summary>A user that a trace names.</summary>
public sealed class TraceUser
{
    /// <summary>The name.</summary>
    public string? UserName { get; set; }

    /// <summary>Documented as the services that name the user; the real service always sends null (observed).</summary>
    public RecordList<ServiceId>? ServiceIds { get; set; }

    /// <summary>The name.</summary>
    public override string ToString() => UserName ?? "";
}

/// <summary>An AWS resource that a trace touched.</summary>
public sealed class ResourceARNDetail
{
    /// <summary>The ARN.</summary>
    public string? ARN { get; set; }

    /// <summary>The ARN.</summary>
    public override string ToString() => ARN ?? "";
}

/// <summary>An EC2 instance that a trace touched.</summary>
public sealed class InstanceIdDetail
{
    /// <summary>The instance id.</summary>
    public string? Id { get; set; }

    /// <summary>The id.</summary>
    public override string ToString() => Id ?? "";
}

/// <summary>An availability zone that a trace touched.</summary>
public sealed class AvailabilityZoneDetail
{
    /// <summary>The zone.</summary>
    public string? Name { get; set; }

    /// <summary>The name.</summary>
    public override string ToString() => Name ?? "";
}
