using XRayPS.Core.Model;
using XRayPS.Core.Wire;
using XRayPS.Local.Http;
using XRayPS.Local.Storage;

namespace XRayPS.Local.Handlers.Resources;

/// <summary>Tags of groups and sampling rules, by ARN.</summary>
internal sealed class ResourceTags(Account account)
{
    private const int Limit = 50;

    private readonly RecordStore<ListTagsForResourceResponse> _store =
        new(account.Store, "tags", ResourceShapes.ListTagsForResourceResponse);

    /// <summary>The tags of a resource, in the order in which their keys came first.</summary>
    internal IReadOnlyList<Tag> Of(string arn) => _store.Find(arn)?.Tags ?? [];

    /// <summary>Adds tags or overwrites their values.</summary>
    internal Task AddAsync(string arn, IReadOnlyList<Tag> tags, CancellationToken cancellationToken)
    {
        List<Tag> result = [.. Of(arn)];
        foreach (Tag tag in Checked(tags))
        {
            int at = result.FindIndex(known => known.Key == tag.Key);
            if (at < 0)
            {
                result.Add(tag);
            }
            else
            {
                result[at] = tag;
            }
        }

        // Recorded as this exception, though the model has one of its own for it.
        return result.Count > Limit
            ? throw Refusal.InvalidRequest("The resultant tag set must not have more than 50 user tags.")
            : ReplaceAsync(arn, result, cancellationToken);
    }

    /// <summary>Removes tags; keys that are not there are ignored (observed).</summary>
    internal Task RemoveAsync(string arn, IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
        ReplaceAsync(arn, [.. Of(arn).Where(tag => !keys.Contains(tag.Key!))], cancellationToken);

    internal Task RemoveAllAsync(string arn, CancellationToken cancellationToken) => _store.RemoveAsync(arn, cancellationToken);

    internal Task ReplaceAsync(string arn, IReadOnlyList<Tag> tags, CancellationToken cancellationToken) => tags.Count == 0
        ? _store.RemoveAsync(arn, cancellationToken)
        : _store.PutAsync(arn, new ListTagsForResourceResponse { Tags = new RecordList<Tag>(tags) }, cancellationToken);

    /// <summary>The tags of a request, if they may be set.</summary>
    /// <exception cref="Refusal">A key is reserved, or there are too many; a key given twice fails (observed).</exception>
    internal static IReadOnlyList<Tag> Checked(IReadOnlyList<Tag> tags)
    {
        if (tags.DistinctBy(tag => tag.Key).Count() != tags.Count)
        {
            throw Refusal.InternalFailure();
        }

        if (tags.Any(tag => tag.Key!.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)))
        {
            throw Refusal.InvalidRequest("Caller is an end user and not allowed to mutate system tags");
        }

        if (tags.Count > Limit)
        {
            throw Refusal.InvalidRequest("The resultant tag set must not have more than 50 user tags.");
        }

        return tags.FirstOrDefault(tag => !tag.Key!.Concat(tag.Value!).All(IsAllowed)) is { } odd
            ? throw Refusal.InvalidRequest($"Invalid tag {odd.Key}: letters, digits, white space and + - = . _ : / @ are allowed")
            : tags;
    }

    private static bool IsAllowed(char c) =>
        char.IsLetterOrDigit(c) || char.IsWhiteSpace(c) || char.IsSurrogate(c) || "+-=._:/@".Contains(c, StringComparison.Ordinal);
}
