using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace XRayPS.Binding;

/// <summary>The members of a hashtable or of any object, by name in any case.</summary>
internal static class ObjectMembers
{
    /// <summary>The members; values without PowerShell's wrapper.</summary>
    /// <param name="input">The object.</param>
    internal static IReadOnlyDictionary<string, object?> Of(object input)
    {
        Dictionary<string, object?> members = new(StringComparer.OrdinalIgnoreCase);
        if (Arguments.Unwrap(input) is IDictionary table)
        {
            foreach (DictionaryEntry entry in table)
            {
                string name = Convert.ToString(Arguments.Unwrap(entry.Key), CultureInfo.InvariantCulture) ?? "";
                members[name] = Arguments.Unwrap(entry.Value);
            }

            return members;
        }

        foreach (PSPropertyInfo property in PSObject.AsPSObject(input).Properties)
        {
            if (property.IsGettable)
            {
                members[property.Name] = Arguments.Unwrap(property.Value);
            }
        }

        return members;
    }
}
