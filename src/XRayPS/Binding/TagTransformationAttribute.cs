using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace XRayPS.Binding;

/// <summary>
/// Makes tags of a hashtable, of text such as <c>team=shop</c>, of tags, and of whatever has a Key and a Value.
/// </summary>
internal sealed class TagTransformationAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        try
        {
            return Read(inputData);
        }
        catch (PSArgumentException failure)
        {
            throw Arguments.Refuse(failure.Message);
        }
    }

    /// <summary>Reads tags.</summary>
    /// <param name="input">The object.</param>
    /// <exception cref="PSArgumentException">Something in it is no tag, or a key stands twice.</exception>
    internal static Tag[] Read(object? input)
    {
        Tag[] tags = [.. All(input)];
        Tag? twice = tags.GroupBy(static tag => tag.Key).FirstOrDefault(static group => group.Count() > 1)?.First();

        // X-Ray fails at this with an internal error (observed).
        return twice is null ? tags : throw new PSArgumentException($"The tag '{twice.Key}' is given twice.");
    }

    private static IEnumerable<Tag> All(object? input)
    {
        object? value = Arguments.Unwrap(input);
        return value switch
        {
            null => [],
            Tag tag => [tag],
            string text => [FromText(text)],
            IDictionary table when !IsOneTag(table) => Pairs(table),
            IEnumerable items and not IDictionary => items.Cast<object?>().SelectMany(All),
            _ => [FromMembers(input!)],
        };
    }

    private static IEnumerable<Tag> Pairs(IDictionary table)
    {
        foreach (DictionaryEntry entry in table)
        {
            yield return new Tag { Key = Text(entry.Key), Value = Text(entry.Value) };
        }
    }

    private static Tag FromText(string text)
    {
        int sign = text.IndexOf('=', StringComparison.Ordinal);
        return sign > 0
            ? new Tag { Key = text[..sign].Trim(), Value = text[(sign + 1)..].Trim() }
            : throw new PSArgumentException($"'{text}' is no tag. Say 'key=value', or @{{ key = 'value' }}.");
    }

    private static Tag FromMembers(object input)
    {
        IReadOnlyDictionary<string, object?> members = ObjectMembers.Of(input);
        return members.ContainsKey("Key") && members.ContainsKey("Value")
            ? new Tag { Key = Text(members["Key"]), Value = Text(members["Value"]) }
            : throw new PSArgumentException($"'{input}' is no tag: it has no Key and Value.");
    }

    /// <summary>A hashtable of just these two is one tag, as ConvertFrom-Json and other modules' tags are.</summary>
    private static bool IsOneTag(IDictionary table) => table.Keys.Cast<object>().Select(Text)
        .Order(StringComparer.OrdinalIgnoreCase).SequenceEqual(["Key", "Value"], StringComparer.OrdinalIgnoreCase);

    private static string Text(object? value) =>
        Convert.ToString(Arguments.Unwrap(value), CultureInfo.InvariantCulture) ?? "";
}
