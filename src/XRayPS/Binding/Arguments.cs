using System.Management.Automation;

namespace XRayPS.Binding;

/// <summary>What all argument transformations need.</summary>
internal static class Arguments
{
    /// <summary>The object without PowerShell's wrapper; a wrapper around nothing but properties stays.</summary>
    internal static object? Unwrap(object? value) =>
        value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;

    /// <summary>An error that PowerShell shows as the reason why a parameter could not be bound.</summary>
    internal static ArgumentTransformationMetadataException Refuse(string sentence) => new(sentence);
}
