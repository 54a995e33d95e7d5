using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace XRayPS.Binding;

/// <summary>
/// Members of whatever stands for a record: the record itself, somebody else's with the same members, a hashtable, what
/// ConvertFrom-Json or Import-Csv made. An absent member and an empty one are null.
/// </summary>
internal sealed class InputMembers
{
    /// <summary>What PowerShell adds to objects that come from another process.</summary>
    private static readonly string[] Remoting = ["PSComputerName", "PSShowComputerName", "PSSourceJobInstanceId", "RunspaceId"];

    private readonly IReadOnlyDictionary<string, object?> _members;

    private InputMembers(IReadOnlyDictionary<string, object?> members) => _members = members;

    /// <summary>The members of an object.</summary>
    /// <param name="input">The object.</param>
    /// <param name="known">
    /// The members that people may write. Hashtables, JSON and CSV are written by hand for this one purpose, so another
    /// member is a slip, and what it meant would be left out without a word; objects of a .NET type may have more than
    /// is looked at.
    /// </param>
    /// <exception cref="PSArgumentException">Something written by hand has a member that is not known.</exception>
    internal static InputMembers Of(object input, params string[] known)
    {
        IReadOnlyDictionary<string, object?> members = ObjectMembers.Of(input);
        string? slip = Arguments.Unwrap(input) is IDictionary or PSObject
            ? members.Keys.Except(Remoting).FirstOrDefault(key => !known.Contains(key, StringComparer.OrdinalIgnoreCase))
            : null;
        return slip is null
            ? new InputMembers(members)
            : throw new PSArgumentException($"'{slip}' is not known here; {string.Join(", ", known)} are.");
    }

    /// <summary>All members.</summary>
    internal IReadOnlyDictionary<string, object?> All => _members;

    /// <summary>An object in a sentence.</summary>
    /// <param name="input">The object.</param>
    internal static string Name(object input) =>
        Arguments.Unwrap(input) is IDictionary ? "The hashtable" : $"'{input}'";

    /// <summary>A member as it is, out of PowerShell's wrapper.</summary>
    internal object? Value(string name) => _members.GetValueOrDefault(name);

    /// <summary>A member as text.</summary>
    internal string? Text(string name) =>
        Value(name) is { } value && LanguagePrimitives.ConvertTo<string>(value) is { Length: > 0 } text ? text : null;

    /// <summary>A member as yes or no; a CSV file has the words.</summary>
    internal bool? Flag(string name) => Value(name) switch
    {
        null or "" => null,
        bool flag => flag,
        string text when bool.TryParse(text, out bool flag) => flag,
        { } value => throw new PSArgumentException($"{name} is '{value}', which is neither true nor false."),
    };

    /// <summary>A member as a number, in text with a point.</summary>
    internal double? Number(string name)
    {
        object? value = Value(name);
        if (value is null or "")
        {
            return null;
        }

        double number = 0;
        bool isNumber = value is string text
            ? double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number)
            : value is ValueType and not bool
                && LanguagePrimitives.TryConvertTo(value, CultureInfo.InvariantCulture, out number);
        return isNumber ? number : throw new PSArgumentException($"{name} is '{value}', which is no number.");
    }

    /// <summary>
    /// The members of a member; null where it is absent, or a text: ConvertTo-Json writes one where its -Depth ends.
    /// </summary>
    internal InputMembers? Inner(string name) =>
        Value(name) is { } value and not string ? new InputMembers(ObjectMembers.Of(value)) : null;
}
