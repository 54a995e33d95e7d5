using System.Collections;
using System.Management.Automation;
using XRayPS.Binding;

namespace XRayPS.Configuration;

/// <summary>Tags by what they belong to, in the order in which they came; of a key that comes twice the last counts.</summary>
internal sealed class ResourceTags : IEnumerable<(string Arn, IReadOnlyList<Tag> Tags)>
{
    private readonly List<string> _resources = [];
    private readonly Dictionary<string, List<Tag>> _tags = new(StringComparer.Ordinal);

    /// <summary>Adds what an object says: a tag with its ResourceARN.</summary>
    /// <param name="input">The object.</param>
    /// <param name="resources">What the tag is for, whatever the object says; null for what it says.</param>
    /// <exception cref="PSArgumentException">It is no tag, or nobody says what it belongs to.</exception>
    internal void Add(object input, IReadOnlyList<string>? resources)
    {
        InputMembers members = InputMembers.Of(input, "Key", "Value", "ResourceARN");
        string key = members.Text("Key")
            ?? throw new PSArgumentException($"{InputMembers.Name(input)} is no tag: it has no Key.");
        resources ??= members.Text("ResourceARN") is { } own
            ? [own]
            : throw new PSArgumentException($"The tag '{key}' does not say what it belongs to; give -ResourceARN.");
        foreach (string arn in resources)
        {
            Add(arn, new Tag { Key = key, Value = members.Text("Value") ?? "" });
        }
    }

    /// <inheritdoc/>
    public IEnumerator<(string Arn, IReadOnlyList<Tag> Tags)> GetEnumerator() =>
        _resources.Select(arn => (arn, (IReadOnlyList<Tag>)_tags[arn])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Add(string arn, Tag tag)
    {
        if (!_tags.TryGetValue(arn, out List<Tag>? tags))
        {
            _tags[arn] = tags = [];
            _resources.Add(arn);
        }

        tags.RemoveAll(other => other.Key == tag.Key);
        tags.Add(tag);
    }
}
