using System.Collections.Concurrent;
using XRayPS.Core.Filters.Completion;

namespace XRayPS.Filters;

/// <summary>Names of services, annotations, users and groups that answers of this process held: what completion offers.</summary>
internal static class SeenNames
{
    /// <summary>More than anybody reads in a menu; a bound for sessions that see millions of users.</summary>
    private const int Most = 500;

    private static readonly ConcurrentDictionary<string, byte> Services = new();
    private static readonly ConcurrentDictionary<string, byte> ServiceTypes = new();
    private static readonly ConcurrentDictionary<string, byte> AnnotationKeys = new();
    private static readonly ConcurrentDictionary<string, byte> Users = new();
    private static readonly ConcurrentDictionary<string, byte> Groups = new();

    internal static FilterNames Names => new()
    {
        Services = [.. Services.Keys],
        ServiceTypes = [.. ServiceTypes.Keys],
        AnnotationKeys = [.. AnnotationKeys.Keys],
        Users = [.. Users.Keys],
        Groups = [.. Groups.Keys.Append("Default").Distinct()],
    };

    internal static void Add(TraceSummary summary)
    {
        foreach (ServiceId service in summary.ServiceIds)
        {
            Add(Services, service.Name);
            Add(ServiceTypes, service.Type);
        }

        foreach (string key in summary.Annotations.Keys)
        {
            Add(AnnotationKeys, key);
        }

        foreach (TraceUser user in summary.Users)
        {
            Add(Users, user.UserName);
        }
    }

    internal static void Add(Group group) => Add(Groups, group.GroupName);

    internal static void Clear()
    {
        Groups.Clear();
        Services.Clear();
        ServiceTypes.Clear();
        AnnotationKeys.Clear();
        Users.Clear();
    }

    private static void Add(ConcurrentDictionary<string, byte> names, string? name)
    {
        // Nearly every name is there already, and counting locks the dictionary.
        if (name is { Length: > 0 } && !names.ContainsKey(name) && names.Count < Most)
        {
            names.TryAdd(name, 0);
        }
    }
}
