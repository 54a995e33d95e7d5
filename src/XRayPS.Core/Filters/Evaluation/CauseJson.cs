using System.Text.Json;

namespace XRayPS.Core.Filters.Evaluation;

/// <summary>
/// Compares root causes with partial JSON. Members that are left out fit everything; elements of arrays have to appear
/// in the same order, with gaps.
/// </summary>
internal static class CauseJson
{
    internal static bool IsMatch(JsonElement pattern, object? value) => pattern.ValueKind switch
    {
        JsonValueKind.Object => value is ICausePart part && HasMembers(pattern, part),
        JsonValueKind.Array => value is IReadOnlyList<object> list && HasElements(pattern, list),
        JsonValueKind.String => value is string text && pattern.ValueEquals(text),
        JsonValueKind.Number => value is double number && pattern.GetDouble() == number,
        JsonValueKind.True => value is true,
        JsonValueKind.False => value is false,
        _ => value is null,
    };

    private static bool HasMembers(JsonElement pattern, ICausePart part)
    {
        foreach (JsonProperty member in pattern.EnumerateObject())
        {
            if (!IsMatch(member.Value, part.Member(member.Name)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasElements(JsonElement pattern, IReadOnlyList<object> list)
    {
        int at = 0;
        foreach (JsonElement element in pattern.EnumerateArray())
        {
            while (at < list.Count && !IsMatch(element, list[at]))
            {
                at++;
            }

            if (at++ >= list.Count)
            {
                return false;
            }
        }

        return true;
    }
}
