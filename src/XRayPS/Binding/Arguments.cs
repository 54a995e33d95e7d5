using System.Management.Automation;

namespace XRayPS.Binding;

/// <summary>What all argument transformations need.</summary>
internal static class Arguments
{
    /// <summary>The object without PowerShell's wrapper; a wrapper around nothing but properties stays.</summary>
    internal static object? Unwrap(object? value) =>
        value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;

    /// <summary>
    /// The text of a number on a command line as it was typed; otherwise null. PowerShell takes <c>30s</c> for a short and
    /// <c>2d</c> for a decimal, but remembers what stood there.
    /// </summary>
    internal static string? TypedNumber(object? value) =>
        value is PSObject { BaseObject: ValueType } number ? LanguagePrimitives.ConvertTo<string>(number) : null;

    /// <summary>An error that PowerShell shows as the reason why a parameter could not be bound.</summary>
    internal static ArgumentTransformationMetadataException Refuse(string sentence) => new(sentence);
}
