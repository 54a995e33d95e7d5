using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using XRayPS.Local.Http;

namespace XRayPS.Local.Handlers;

/// <summary>
/// Resolves the forms in which a KMS key can be named to the ARN of a key. There is no KMS behind it: every alias and id
/// of the right form exists, and the same alias always means the same key.
/// </summary>
internal sealed partial class KmsKeys(LocalSettings settings)
{
    internal string Resolve(string name)
    {
        if (KeyId().IsMatch(name))
        {
            return Arn(settings.Region, settings.AccountId, name);
        }

        if (Alias().IsMatch(name))
        {
            return Arn(settings.Region, settings.AccountId, IdOf(name));
        }

        Match arn = KeyArn().Match(name);
        if (!arn.Success)
        {
            throw Refusal.InvalidRequest($"Invalid KMS key {name}: expected alias/<name>, a key id or the ARN of either");
        }

        string resource = arn.Groups["resource"].Value;
        return resource.StartsWith("key/", StringComparison.Ordinal)
            ? name
            : $"arn:{arn.Groups["partition"].Value}:kms:{arn.Groups["region"].Value}:{arn.Groups["account"].Value}:key/{IdOf(resource)}";
    }

    private static string Arn(string region, string account, string id) => $"arn:aws:kms:{region}:{account}:key/{id}";

    private static string IdOf(string alias) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(alias)).AsSpan(0, 16)).ToString();

    [GeneratedRegex(@"\A(mrk-[0-9a-f]{32}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})\z")]
    private static partial Regex KeyId();

    [GeneratedRegex(@"\Aalias/[a-zA-Z0-9:/_-]{1,250}\z")]
    private static partial Regex Alias();

    [GeneratedRegex(@"\Aarn:(?<partition>aws[a-z-]*):kms:(?<region>[a-z0-9-]+):(?<account>\d{12}):(?<resource>(key/[a-zA-Z0-9-]+)|(alias/[a-zA-Z0-9:/_-]+))\z")]
    private static partial Regex KeyArn();
}
