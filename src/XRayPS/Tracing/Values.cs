using System.Collections;
using System.Globalization;
using System.Management.Automation;
using XRayPS.Binding;
using XRayPS.Core.Documents;

namespace XRayPS.Tracing;

/// <summary>PowerShell's values in the blocks of a document.</summary>
internal static class Values
{
    private const int MaxDepth = 20;

    /// <summary>An annotation's value: strings, numbers and booleans as they are, anything else as its text.</summary>
    internal static object? Annotation(object? value) => Arguments.Unwrap(value) switch
    {
        null => null,
        string or bool or long or double => Arguments.Unwrap(value),
        SwitchParameter flag => flag.IsPresent,
        Enum named => named.ToString(),
        sbyte or byte or short or ushort or int or uint => Convert.ToInt64(Arguments.Unwrap(value), CultureInfo.InvariantCulture),
        float or decimal or ulong => Convert.ToDouble(Arguments.Unwrap(value), CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.ToString("O", CultureInfo.InvariantCulture),
        DateTime instant => instant.ToString("O", CultureInfo.InvariantCulture),
        _ => LanguagePrimitives.ConvertTo<string>(value),
    };

    /// <summary>Annotations of a table, with keys that X-Ray takes.</summary>
    internal static RecordMap<object> Annotations(IDictionary table)
    {
        RecordMap<object> annotations = [];
        foreach (DictionaryEntry entry in table)
        {
            if (Annotation(entry.Value) is { } value)
            {
                annotations[SegmentNames.CleanKey(Key(entry.Key))] = value;
            }
        }

        return annotations;
    }

    /// <summary>A table as a block, with what is nested in it.</summary>
    internal static RecordMap<object?> Map(IDictionary table, int depth = 0)
    {
        RecordMap<object?> map = [];
        foreach (DictionaryEntry entry in table)
        {
            map[Key(entry.Key)] = Any(entry.Value, depth);
        }

        return map;
    }

    /// <summary>Any value as JSON can have it.</summary>
    internal static object? Any(object? wrapped, int depth = 0)
    {
        object? value = Arguments.Unwrap(wrapped);
        if (depth >= MaxDepth)
        {
            return value?.ToString();
        }

        return value switch
        {
            IDictionary table => Map(table, depth + 1),
            PSObject custom => Members(custom, depth),
            IEnumerable items and not string => new RecordList<object?>(items.Cast<object?>().Select(item => Any(item, depth + 1))),
            _ => Annotation(value),
        };
    }

    private static RecordMap<object?> Members(PSObject custom, int depth)
    {
        RecordMap<object?> map = [];
        foreach (PSPropertyInfo member in custom.Properties)
        {
            map[member.Name] = Any(member.Value, depth + 1);
        }

        return map;
    }

    private static string Key(object key) => Convert.ToString(Arguments.Unwrap(key), CultureInfo.InvariantCulture) ?? "";
}
