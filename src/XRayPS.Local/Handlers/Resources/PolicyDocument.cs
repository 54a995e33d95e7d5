using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using XRayPS.Core.Wire;
using XRayPS.Local.Http;

namespace XRayPS.Local.Handlers.Resources;

/// <summary>What X-Ray asks of the text of a resource policy.</summary>
internal static class PolicyDocument
{
    /// <summary>Greatest size, in bytes (documented: 5 kB).</summary>
    internal const int Limit = 5 * 1024;

    private const string PutPolicy = "xray:PutResourcePolicy";

    private static readonly JsonSerializerOptions AsItCame = new() { Encoder = JsonText.WriterOptions.Encoder };

    /// <summary>
    /// The policy as it is kept. It is written anew: a list of one action comes back as a plain text (observed), and so
    /// white space between the members goes.
    /// </summary>
    /// <exception cref="Refusal">The text is no policy, is too large, or locks its owner out.</exception>
    internal static string Normalize(string text, bool mayLockOut)
    {
        if (Encoding.UTF8.GetByteCount(text) > Limit)
        {
            throw new Refusal(new ServiceError(ErrorCodes.PolicySizeLimitExceeded, "The resource policy is larger than 5 kB", 400));
        }

        JsonObject policy = Parse(text);
        List<JsonObject> statements = [.. Statements(policy)];
        if (!mayLockOut && statements.Any(LocksOut))
        {
            throw new Refusal(new ServiceError(
                ErrorCodes.LockoutPrevention, "The resource policy would deny its owner a later PutResourcePolicy", 400));
        }

        foreach (JsonObject statement in statements)
        {
            if (statement["Action"] is JsonArray { Count: 1 } single)
            {
                statement["Action"] = single[0]!.DeepClone();
            }
        }

        return policy.ToJsonString(AsItCame);
    }

    private static JsonObject Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject ?? throw Malformed();
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException)
        {
            // A key that stands twice shows only when it is read.
            throw Malformed();
        }
    }

    private static IEnumerable<JsonObject> Statements(JsonObject policy)
    {
        JsonNode? list = Member(policy, "Statement");
        IEnumerable<JsonNode?> statements = list switch
        {
            JsonArray { Count: > 0 } several => several,
            JsonObject => new JsonNode?[] { list },
            _ => throw Malformed(),
        };
        foreach (JsonNode? node in statements)
        {
            if (node is not JsonObject statement
                || Member(statement, "Effect") is not JsonValue effect
                || effect.ToString() is not ("Allow" or "Deny")
                || !IsPrincipal(Member(statement, "Principal"))
                || Member(statement, "Action") is not (JsonArray or JsonValue))
            {
                throw Malformed();
            }

            yield return statement;
        }
    }

    private static JsonNode? Member(JsonObject source, string name)
    {
        try
        {
            return source[name];
        }
        catch (ArgumentException)
        {
            throw Malformed();
        }
    }

    private static bool IsPrincipal(JsonNode? principal) =>
        principal is JsonObject { Count: > 0 } || (principal is JsonValue all && all.ToString() == "*");

    /// <summary>Denies everybody, or the whole account, the operation by which the policy could be mended.</summary>
    private static bool LocksOut(JsonObject statement)
    {
        if (statement["Effect"]!.ToString() != "Deny" || statement["Condition"] is not null)
        {
            return false;
        }

        IEnumerable<string> actions = statement["Action"] is JsonArray several
            ? several.Select(action => action?.ToString() ?? "")
            : [statement["Action"]!.ToString()];
        bool isEverybody = statement["Principal"] is JsonValue
            || statement["Principal"] is JsonObject { } who && who["AWS"] is { } aws && aws.ToString() is not "";
        return isEverybody && actions.Any(action => Core.Sampling.Wildcard.Matches(action, PutPolicy));
    }

    /// <summary>Recorded with a null text.</summary>
    private static Refusal Malformed() => new(new ServiceError(ErrorCodes.MalformedPolicyDocument, null, 400));
}
