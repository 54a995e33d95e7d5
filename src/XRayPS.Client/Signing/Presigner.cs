using System.Globalization;
using System.Text;
using Amazon.Runtime;
using XRayPS.Core.Ports;

namespace XRayPS.Client.Signing;

/// <summary>
/// Presigned URLs by the rule of botocore's <c>generate_presigned_url</c>, for services with JSON bodies: the members of
/// the body move into the query, and an empty body is signed.
/// </summary>
internal static class Presigner
{
    /// <summary>Signature Version 4 allows no more.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private const string Service = "xray";

    internal static Uri Presign(
        Uri endpoint,
        string path,
        string method,
        IReadOnlyDictionary<string, object?> parameters,
        TimeSpan expiresIn,
        ImmutableCredentials keys,
        string region,
        DateTime now)
    {
        if (expiresIn < TimeSpan.FromSeconds(1) || expiresIn > Longest)
        {
            throw new XRayException(
                FailureKind.Refused, "InvalidExpiry", "A presigned URL is good for one second at least and for seven days at most.");
        }

        string url = endpoint.GetLeftPart(UriPartial.Authority) + endpoint.AbsolutePath.TrimEnd('/') + path;
        string scope = string.Create(CultureInfo.InvariantCulture, $"{now:yyyyMMdd}/{region}/{Service}/aws4_request");
        List<KeyValuePair<string, string>> query = [];
        foreach ((string name, object? value) in parameters)
        {
            if (value is not null)
            {
                query.Add(KeyValuePair.Create(name, Text(name, value)));
            }
        }

        query.Add(KeyValuePair.Create("X-Amz-Algorithm", SigV4.Algorithm));
        query.Add(KeyValuePair.Create("X-Amz-Credential", $"{keys.AccessKey}/{scope}"));
        query.Add(KeyValuePair.Create("X-Amz-Date", SigV4.Stamp(now)));
        query.Add(KeyValuePair.Create("X-Amz-Expires", ((long)expiresIn.TotalSeconds).ToString(CultureInfo.InvariantCulture)));
        query.Add(KeyValuePair.Create("X-Amz-SignedHeaders", "host"));
        if (keys.UseToken)
        {
            query.Add(KeyValuePair.Create("X-Amz-Security-Token", keys.Token));
        }

        string canonicalQuery = Join(query
            .Select(static entry => (Name: Escape(entry.Key), Value: Escape(entry.Value)))
            .OrderBy(static entry => entry.Name, StringComparer.Ordinal)
            .ThenBy(static entry => entry.Value, StringComparer.Ordinal));
        SortedDictionary<string, string> headers = new(StringComparer.Ordinal) { ["host"] = new Uri(url).Authority };
        string canonical = SigV4.Canonical(method.ToUpperInvariant(), new Uri(url).AbsolutePath, canonicalQuery, headers, SigV4.EmptyHash);
        string signature = SigV4.Signature(keys, region, Service, now, "host", canonical);
        string shown = Join(query.Select(static entry => (Escape(entry.Key), Escape(entry.Value))));
        return new Uri($"{url}?{shown}&X-Amz-Signature={signature}");
    }

    private static string Text(string name, object value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        DateTimeOffset or DateTime => throw NotPlain(name),
        IFormattable number and (int or long or short or byte or uint or ulong or ushort or sbyte or double or float or decimal) =>
            number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw NotPlain(name),
    };

    private static XRayException NotPlain(string name) =>
        new(FailureKind.Refused, "InvalidParameter",
            $"The parameter {name} is no string, number or boolean: only such members can stand in a URL.");

    private static string Join(IEnumerable<(string Name, string Value)> query) =>
        string.Join('&', query.Select(static entry => $"{entry.Name}={entry.Value}"));

    /// <summary>Everything but letters, digits and <c>-._~</c> is escaped, as the signature wants it.</summary>
    private static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length + 16);
        foreach (byte b in Encoding.UTF8.GetBytes(text))
        {
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~')
            {
                escaped.Append((char)b);
            }
            else
            {
                escaped.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
            }
        }

        return escaped.ToString();
    }
}
