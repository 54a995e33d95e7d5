using System.Security.Cryptography;
using System.Text;

namespace XRayPS.Tests.Client;

/// <summary>Signature Version 4 written down once more, from AWS's description, to check what stands on the wire.</summary>
internal static class SigV4Check
{
    /// <summary>The Authorization header that the request should have for its own date, headers and scope.</summary>
    internal static string Expected(SeenRequest request, string secret)
    {
        string given = request.Headers["Authorization"];
        string scope = Between(given, "Credential=", ",").Split('/', 2)[1];
        string[] names = Between(given, "SignedHeaders=", ",").Split(';');
        string[] target = request.Path.Split('?', 2);
        string canonical = string.Join('\n',
            request.Line.Split(' ')[0],
            target[0],
            target.Length > 1 ? target[1] : "",
            string.Concat(names.Select(name => $"{name}:{request.Headers[name]}\n")),
            string.Join(';', names),
            Hex(SHA256.HashData(request.Body)));
        string toSign = string.Join('\n',
            "AWS4-HMAC-SHA256", request.Headers["x-amz-date"], scope, Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical))));
        byte[] key = Encoding.UTF8.GetBytes("AWS4" + secret);
        foreach (string part in scope.Split('/'))
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        }

        string signature = Hex(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));
        return given[..given.IndexOf("Signature=", StringComparison.Ordinal)] + "Signature=" + signature;
    }

    private static string Between(string text, string before, string after)
    {
        int start = text.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return text[start..text.IndexOf(after, start, StringComparison.Ordinal)];
    }

    private static string Hex(byte[] bytes) => Convert.ToHexString(bytes).ToLowerInvariant();
}
