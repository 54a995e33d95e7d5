using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace XRayPS.Binding;

/// <summary>
/// Makes a map of texts of a hashtable, an object, or pairs of key and value, which is what JSON of other tools has for a
/// map.
/// </summary>
internal static class TextMap
{
    /// <summary>Reads a map.</summary>
    /// <param name="input">The object.</param>
    /// <exception cref="PSArgumentException">It is no map.</exception>
    internal static RecordMap<string> Read(object input)
    {
        object? value = Arguments.Unwrap(input);
        if (value is RecordMap<string> map)
        {
            return map;
        }

        RecordMap<string> read = [];
        if (value is IEnumerable pairs and not (string or IDictionary))
        {
            foreach (object? pair in pairs)
            {
                IReadOnlyDictionary<string, object?> members = ObjectMembers.Of(pair ?? "");
                if (!members.TryGetValue("Key", out object? key) || !members.TryGetValue("Value", out object? text))
                {
                    throw new PSArgumentException($"'{pair}' is no pair of Key and Value.");
                }

                read[Text(key)] = Text(text);
            }

            return read;
        }

        if (value is null or string or ValueType)
        {
            throw new PSArgumentException($"'{value}' is no map; say @{{ name = 'value' }}.");
        }

        foreach ((string key, object? text) in ObjectMembers.Of(input))
        {
            read[key] = Text(text);
        }

        return read;
    }

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
