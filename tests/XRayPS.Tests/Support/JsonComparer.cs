using System.Text.Json;

namespace XRayPS.Tests.Support;

/// <summary>
/// Compares answers as the service gives them: a member that is null may be missing; documents inside texts are compared as
/// JSON; lists may have any order but where it means something; a text that starts with <c>&lt;random</c> stands for any
/// id; edges may name their target as <c>To: "name|type"</c>.
/// </summary>
public sealed class JsonComparer(bool partial = false, double tolerance = 0)
{
    private static readonly HashSet<string> s_ordered = ["EntityPath", "Exceptions", "exceptions", "UnprocessedTraceSegments", "values"];

    private readonly Dictionary<int, string> _targets = [];

    /// <summary>Null when the answer is as expected, or else where it differs.</summary>
    public string? Difference(string expected, string actual)
    {
        using JsonDocument one = JsonDocument.Parse(expected);
        using JsonDocument other = JsonDocument.Parse(actual);
        LearnTargets(other.RootElement);
        return Compare(one.RootElement, other.RootElement, "$", ordered: false);
    }

    private void LearnTargets(JsonElement answer)
    {
        if (answer.ValueKind != JsonValueKind.Object || !answer.TryGetProperty("Services", out JsonElement services))
        {
            return;
        }

        foreach (JsonElement service in services.EnumerateArray())
        {
            if (service.TryGetProperty("ReferenceId", out JsonElement id))
            {
                _targets[id.GetInt32()] = $"{service.GetProperty("Name").GetString()}|{service.GetProperty("Type").GetString()}";
            }
        }
    }

    private string? Compare(JsonElement expected, JsonElement actual, string path, bool ordered)
    {
        if (expected.ValueKind == JsonValueKind.Object && actual.ValueKind == JsonValueKind.String)
        {
            using JsonDocument inner = JsonDocument.Parse(actual.GetString()!);
            return CompareObjects(expected, inner.RootElement.Clone(), path);
        }

        if (expected.ValueKind == JsonValueKind.String && expected.GetString()!.StartsWith("<random", StringComparison.Ordinal))
        {
            bool isId = actual.ValueKind == JsonValueKind.String && actual.GetString()!.Length > 0;
            return isId ? null : $"{path}: expected an id, found {actual}";
        }

        return (expected.ValueKind, actual.ValueKind) switch
        {
            (JsonValueKind.Object, JsonValueKind.Object) => CompareObjects(expected, actual, path),
            (JsonValueKind.Array, JsonValueKind.Array) => ordered
                ? CompareInOrder(expected, actual, path)
                : CompareInAnyOrder(expected, actual, path),
            (JsonValueKind.Number, JsonValueKind.Number) => CompareNumbers(expected, actual, path),
            _ => expected.ToString() == actual.ToString() && expected.ValueKind == actual.ValueKind
                ? null
                : $"{path}: expected {expected.GetRawText()}, found {actual.GetRawText()}",
        };
    }

    private string? CompareNumbers(JsonElement expected, JsonElement actual, string path) =>
        Math.Abs(expected.GetDouble() - actual.GetDouble()) <= tolerance
            ? null
            : $"{path}: expected {expected.GetRawText()}, found {actual.GetRawText()}";

    private string? CompareObjects(JsonElement expected, JsonElement actual, string path)
    {
        HashSet<string> told = [];
        foreach (JsonProperty member in expected.EnumerateObject())
        {
            told.Add(member.Name);
            string where = $"{path}.{member.Name}";
            JsonElement? found = Member(actual, member.Name);
            if (member.Value.ValueKind == JsonValueKind.Null)
            {
                if (found is { ValueKind: not JsonValueKind.Null })
                {
                    return $"{where}: expected nothing, found {found}";
                }
            }
            else if (found is null)
            {
                return $"{where}: missing";
            }
            else if (Compare(member.Value, found.Value, where, s_ordered.Contains(member.Name)) is { } difference)
            {
                return difference;
            }
        }

        foreach (JsonProperty member in actual.EnumerateObject())
        {
            if (!partial && member.Value.ValueKind != JsonValueKind.Null && !told.Contains(member.Name))
            {
                return $"{path}.{member.Name}: not expected, found {member.Value.GetRawText()}";
            }
        }

        return null;
    }

    private JsonElement? Member(JsonElement actual, string name)
    {
        if (name == "To" && actual.TryGetProperty("ReferenceId", out JsonElement reference))
        {
            return JsonSerializer.SerializeToElement(_targets.GetValueOrDefault(reference.GetInt32()));
        }

        return actual.TryGetProperty(name, out JsonElement found) ? found : null;
    }

    private string? CompareInOrder(JsonElement expected, JsonElement actual, string path)
    {
        if (expected.GetArrayLength() != actual.GetArrayLength())
        {
            return $"{path}: expected {expected.GetRawText()}, found {actual.GetRawText()}";
        }

        for (int i = 0; i < expected.GetArrayLength(); i++)
        {
            if (Compare(expected[i], actual[i], $"{path}[{i}]", ordered: true) is { } difference)
            {
                return difference;
            }
        }

        return null;
    }

    private string? CompareInAnyOrder(JsonElement expected, JsonElement actual, string path)
    {
        List<JsonElement> left = [.. actual.EnumerateArray()];
        if (expected.GetArrayLength() != left.Count)
        {
            return $"{path}: expected {expected.GetArrayLength()} items, found {left.Count}: {actual.GetRawText()}";
        }

        foreach (JsonElement item in expected.EnumerateArray())
        {
            string? nearest = null;
            int found = left.FindIndex(candidate =>
            {
                string? difference = Compare(item, candidate, path + "[]", ordered: false);
                nearest = nearest is null || difference?.Length < nearest.Length ? difference : nearest;
                return difference is null;
            });
            if (found < 0)
            {
                return $"{path}: nothing like {item.GetRawText()}; {nearest}";
            }

            left.RemoveAt(found);
        }

        return null;
    }
}
