using System.Collections;
using System.Management.Automation;
using XRayPS.Core.Documents;
using XRayPS.Tracing;

namespace XRayPS.Commands;

/// <summary>Adds annotations or metadata to the traced block that runs.</summary>
[Cmdlet(VerbsCommon.Set, "XRayAnnotation", DefaultParameterSetName = "Value")]
public sealed class SetXRayAnnotationCommand : PSCmdlet
{
    /// <summary>The key.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Value")]
    [Alias("Key")]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "";

    /// <summary>The value: a string, a number or a boolean; with -Metadata anything.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "Value")]
    [AllowNull]
    public object? Value { get; set; }

    /// <summary>Several keys with their values.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = "Table")]
    public IDictionary? InputObject { get; set; }

    /// <summary>Write metadata, which nobody searches by, into this namespace.</summary>
    [Parameter]
    [Alias("Namespace")]
    [ValidateNotNullOrEmpty]
    public string? Metadata { get; set; }

    /// <summary>Write to the outermost block of the script, the segment, rather than to the innermost.</summary>
    [Parameter]
    public SwitchParameter OnSegment { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (TraceContexts.Current is not { } context)
        {
            WriteWarning("Set-XRayAnnotation did nothing: it works inside the script block of Trace-XRayCommand.");
            return;
        }

        SegmentDocument document = (OnSegment ? context.Root : context).Document;
        if (InputObject is null)
        {
            Add(document, Name, Value);
            return;
        }

        foreach (DictionaryEntry entry in InputObject)
        {
            Add(document, LanguagePrimitives.ConvertTo<string>(entry.Key), entry.Value);
        }
    }

    private void Add(SegmentDocument document, string key, object? value)
    {
        if (Metadata is { } space)
        {
            document.Metadata ??= [];
            RecordMap<object?> map = document.Metadata.TryGetValue(space, out object? found) && found is RecordMap<object?> known ? known : [];
            map[key] = Values.Any(value);
            document.Metadata[space] = map;
            return;
        }

        string clean = SegmentNames.CleanKey(key);
        if (clean != key)
        {
            WriteWarning($"The annotation '{key}' is written as '{clean}': X-Ray indexes keys of letters, digits, _ and dots.");
        }

        if (Values.Annotation(value) is { } annotation)
        {
            document.Annotations ??= [];
            document.Annotations[clean] = annotation;
        }
    }
}
