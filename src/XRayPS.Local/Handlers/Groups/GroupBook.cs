using System.Security.Cryptography;
using XRayPS.Core.Filters;
using XRayPS.Local.Http;
using XRayPS.Local.Storage;

namespace XRayPS.Local.Handlers.Groups;

/// <summary>The groups of the account: those that were made, and Default, which is always there.</summary>
internal sealed class GroupBook(Account account) : IGroupFilters
{
    /// <summary>The group of all traces.</summary>
    internal const string Default = "Default";

    /// <summary>Groups that an account may make (documented).</summary>
    internal const int Limit = 25;

    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int IdLength = 52;

    private readonly RecordStore<StoredGroup> _store = new(account.Store, "group", StoredGroup.Shape);

    /// <summary>Default, then the others by name.</summary>
    internal IReadOnlyList<StoredGroup> All() => [FindByName(Default)!, .. Custom()];

    /// <summary>The groups that were made, by name.</summary>
    internal IEnumerable<StoredGroup> Custom() => _store.All().Where(stored => stored.Group.GroupName != Default);

    internal StoredGroup? FindByName(string name) =>
        _store.Find(name) ?? (name == Default ? new StoredGroup { Group = DefaultGroup() } : null);

    internal StoredGroup? FindByArn(string arn) => All().FirstOrDefault(stored => stored.Group.GroupARN == arn);

    /// <summary>The group that a request names by exactly one of name and ARN.</summary>
    /// <exception cref="Refusal">Both, neither, or no such group.</exception>
    internal StoredGroup Select(string? name, string? arn, string notFound = "Group not found")
    {
        if ((name is null) == (arn is null))
        {
            throw Refusal.InvalidRequest("Provide either GroupName or GroupARN");
        }

        return (name is null ? FindByArn(arn!) : FindByName(name)) ?? throw Refusal.InvalidRequest(notFound);
    }

    /// <summary>The group of a query, by at most one of name and ARN; without one all traces.</summary>
    /// <exception cref="Refusal">Both, or no such group.</exception>
    internal GroupMembers MembersOf(string? name, string? arn) => name is null && arn is null
        ? GroupMembers.Everybody
        : GroupMembers.Of(Select(name, arn, "Group not found."), this);

    /// <inheritdoc/>
    public string? Find(string nameOrArn, bool isArn) =>
        (isArn ? FindByArn(nameOrArn) : FindByName(nameOrArn)) is { } stored ? stored.Group.FilterExpression ?? "" : null;

    internal Task PutAsync(StoredGroup stored, CancellationToken cancellationToken) =>
        _store.PutAsync(stored.Group.GroupName!, stored, cancellationToken);

    internal Task RemoveAsync(string name, CancellationToken cancellationToken) => _store.RemoveAsync(name, cancellationToken);

    /// <summary>An ARN that was never given before: a group made again under its old name gets another (observed).</summary>
    internal string NewArn(string name) => account.Arn($"group/{name}/{RandomNumberGenerator.GetString(Base32, IdLength)}");

    private Group DefaultGroup() => new()
    {
        GroupName = Default,
        GroupARN = account.Arn($"group/{Default}"),
        InsightsConfiguration = InsightsSwitches.Of(null, null),
    };
}
