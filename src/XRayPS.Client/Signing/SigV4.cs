using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Auth;

namespace XRayPS.Client.Signing;

/// <summary>
/// AWS Signature Version 4 for requests that do not run through the SDK's pipeline. See
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html.
/// </summary>
internal static class SigV4
{
    internal const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>Signs a POST with its headers; gives back the headers to be sent.</summary>
    internal static Dictionary<string, string> SignPost(
        Uri url, string contentType, ReadOnlySpan<byte> body, ImmutableCredentials keys, string region, string service, DateTime now)
    {
        SortedDictionary<string, string> signed = new(StringComparer.Ordinal)
        {
            ["content-type"] = contentType,
            ["host"] = url.Authority,
            ["x-amz-date"] = Stamp(now),
        };
        if (keys.UseToken)
        {
            signed["x-amz-security-token"] = keys.Token;
        }

        string names = string.Join(';', signed.Keys);
        string canonical = Canonical("POST", url.AbsolutePath, "", signed, Hex(SHA256.HashData(body)));
        AWS4SigningResult result = AWS4Signer.ComputeSignature(keys, region, now, service, names, canonical);
        Dictionary<string, string> headers = new(signed, StringComparer.Ordinal)
        {
            ["authorization"] = result.ForAuthorizationHeader,
        };
        headers.Remove("host");
        headers.Remove("content-type");
        return headers;
    }

    /// <summary>The hex signature of a canonical request.</summary>
    internal static string Signature(
        ImmutableCredentials keys, string region, string service, DateTime now, string signedHeaders, string canonical) =>
        AWS4Signer.ComputeSignature(keys, region, now, service, signedHeaders, canonical).Signature;

    /// <summary>The canonical request.</summary>
    internal static string Canonical(
        string method, string path, string query, SortedDictionary<string, string> headers, string bodyHash)
    {
        StringBuilder text = new();
        text.Append(method).Append('\n').Append(path).Append('\n').Append(query).Append('\n');
        foreach ((string name, string value) in headers)
        {
            text.Append(name).Append(':').Append(value).Append('\n');
        }

        return text.Append('\n').AppendJoin(';', headers.Keys).Append('\n').Append(bodyHash).ToString();
    }

    /// <summary>An instant as signatures have it: <c>20260102T030405Z</c>.</summary>
    internal static string Stamp(DateTime now) => now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The hash of no body.</summary>
    internal static string EmptyHash { get; } = Hex(SHA256.HashData([]));

    private static string Hex(byte[] bytes) => Convert.ToHexString(bytes).ToLowerInvariant();
}
