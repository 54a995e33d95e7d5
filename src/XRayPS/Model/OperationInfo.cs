using XRayPS.Abstractions;
using XRayPS.Core.Wire;

namespace XRayPS;

/// <summary>An operation of X-Ray's API, as Get-XRayOperation shows it.</summary>
public sealed class OperationInfo
{
    internal OperationInfo(Operation operation)
    {
        Name = operation.Name;
        CanPaginate = operation.Paging is not null;
        Path = operation.Path;
        Cmdlet = new RecordList<string>(OperationCmdlets.Of(operation.Name));
        ItemsMember = operation.Paging?.ItemsMember;
        Exceptions = new RecordList<string>(operation.Exceptions);
    }

    /// <summary>The operation's name, such as <c>GetTraceSummaries</c>.</summary>
    public string Name { get; }

    /// <summary>Whether the operation answers in pages.</summary>
    public bool CanPaginate { get; }

    /// <summary>The path of the POST request.</summary>
    public string Path { get; }

    /// <summary>The cmdlets that call it. Invoke-XRayOperation calls any.</summary>
    public RecordList<string> Cmdlet { get; }

    /// <summary>The member of a page that holds the items; null when the operation does not page.</summary>
    public string? ItemsMember { get; }

    /// <summary>The exceptions that the API names for it.</summary>
    public RecordList<string> Exceptions { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
