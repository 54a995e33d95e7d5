namespace XRayPS.Abstractions;

/// <summary>
/// Says which operation of X-Ray's API a cmdlet calls. Get-XRayOperation shows it, and a test demands one cmdlet for every
/// operation that has records.
/// </summary>
/// <param name="name">The operation's name, such as <c>GetTraceSummaries</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class CmdletOperationAttribute(string name) : Attribute
{
    /// <summary>The operation's name.</summary>
    public string Name { get; } = name;
}
