using System.Management.Automation;
using System.Text;
using XRayPS.Binding;
using XRayPS.Json;

namespace XRayPS.Configuration;

/// <summary>A resource policy that somebody wants.</summary>
/// <param name="Name">The name.</param>
/// <param name="Document">The policy, JSON.</param>
internal sealed record PolicyWish(string Name, string Document)
{
    /// <summary>
    /// What an object says: a policy as it was read or kept in a file, or a hashtable; its document is text or an
    /// object. The revision is left aside: in a file it is that of the day on which it was kept.
    /// </summary>
    /// <exception cref="PSArgumentException">It is no policy.</exception>
    internal static PolicyWish From(object input)
    {
        InputMembers members =
            InputMembers.Of(input, "PolicyName", "PolicyDocument", "PolicyRevisionId", "LastUpdatedTime");
        return members.Text("PolicyName") is { } name && members.Value("PolicyDocument") is { } document
            ? new PolicyWish(name, ToText(document))
            : throw new PSArgumentException(
                $"{InputMembers.Name(input)} is no policy: it needs a PolicyName and a PolicyDocument.");
    }

    /// <summary>A policy document as JSON.</summary>
    /// <param name="document">The text, or an object that is written as JSON.</param>
    internal static string ToText(object document) =>
        Arguments.Unwrap(document) is string text ? text : Encoding.UTF8.GetString(PowerShellJson.ToUtf8(document));
}
