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
    /// <exception cref="PSArgumentException">Something in it is no tag.</exception>
    internal static Tag[] Read(object? input)
    {
        object? value = Arguments.Unwrap(input);
        return value switch
        {
            null => [],
            Tag tag => [tag],
            string text => [FromText(text)],
            IDictionary table when !HasKeyAndValue(table.Keys.Cast<object>().Select(Text)) =>
                [.. table.Keys.Cast<object>().Select(key => new Tag { Key = Text(key), Value = Text(table[key]) })],
            IEnumerable items and not IDictionary => [.. items.Cast<object?>().SelectMany(Read)],
            _ => [FromMembers(input!)],
        };
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
        return HasKeyAndValue(members.Keys)
            ? new Tag { Key = Text(members["Key"]), Value = Text(members["Value"]) }
            : throw new PSArgumentException($"'{input}' is no tag: it has no Key and Value.");
    }

    /// <summary>A hashtable of just these two is one tag, as ConvertFrom-Json and other modules' tags are.</summary>
    private static bool HasKeyAndValue(IEnumerable<string> names) =>
        names.Order(StringComparer.OrdinalIgnoreCase).SequenceEqual(["Key", "Value"], StringComparer.OrdinalIgnoreCase);

    private static string Text(object? value) =>
        Convert.ToString(Arguments.Unwrap(value), CultureInfo.InvariantCulture) ?? "";
}
