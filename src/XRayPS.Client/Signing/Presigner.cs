using System.Globalization;
using System.Text;
using Amazon.Runtime;
using XRayPS.Core.Model;
using XRayPS.Core.Ports;
using XRayPS.Core.Wire;

namespace XRayPS.Client.Signing;

/// <summary>
/// Presigned URLs by the rule of botocore's <c>generate_presigned_url</c>, for services with JSON bodies: the members of
/// the body move into the query, and an empty body is signed. An operation that has members in its request has its
/// content type signed too, so that whoever uses the URL has to send <c>Content-Type: application/json</c>.
/// </summary>
internal static class Presigner
{
    /// <summary>Signature Version 4 allows no more.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private const string Service = "xray";

    internal static Uri Presign(
        Uri endpoint,
        Operation operation,
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

        string url = endpoint.GetLeftPart(UriPartial.Authority) + endpoint.AbsolutePath.TrimEnd('/') + operation.Path;
        Uri target = new(url);
        SortedDictionary<string, string> headers = new(StringComparer.Ordinal) { ["host"] = target.Authority };
        if (parameters.Count > 0 || operation.RequestType != typeof(Empty))
        {
            headers["content-type"] = "application/json";
        }

        string signedHeaders = string.Join(';', headers.Keys);
        string scope = string.Create(CultureInfo.InvariantCulture, $"{now:yyyyMMdd}/{region}/{Service}/aws4_request");
        List<KeyValuePair<string, string>> query = [];
        foreach ((string name, object? value) in parameters)
        {
            query.AddRange(Texts(name, value).Select(text => KeyValuePair.Create(name, text)));
        }

        query.Add(KeyValuePair.Create("X-Amz-Algorithm", SigV4.Algorithm));
        query.Add(KeyValuePair.Create("X-Amz-Credential", $"{keys.AccessKey}/{scope}"));
        query.Add(KeyValuePair.Create("X-Amz-Date", SigV4.Stamp(now)));
        query.Add(KeyValuePair.Create("X-Amz-Expires", ((long)expiresIn.TotalSeconds).ToString(CultureInfo.InvariantCulture)));
        query.Add(KeyValuePair.Create("X-Amz-SignedHeaders", signedHeaders));
        if (keys.UseToken)
        {
            query.Add(KeyValuePair.Create("X-Amz-Security-Token", keys.Token));
        }

        string canonicalQuery = Join(query
            .Select(static entry => (Name: Escape(entry.Key), Value: Escape(entry.Value)))
            .OrderBy(static entry => entry.Name, StringComparer.Ordinal)
            .ThenBy(static entry => entry.Value, StringComparer.Ordinal));
        string canonical = SigV4.Canonical(
            method.ToUpperInvariant(), target.AbsolutePath, canonicalQuery, headers, SigV4.EmptyHash);
        string signature = SigV4.Signature(keys, region, Service, now, signedHeaders, canonical);
        string shown = Join(query.Select(static entry => (Escape(entry.Key), Escape(entry.Value))));
        return new Uri($"{url}?{shown}&X-Amz-Signature={signature}");
    }

    /// <summary>A list stands once for each of its items.</summary>
    private static IEnumerable<string> Texts(string name, object? value) => value switch
    {
        null => [],
        string text => [text],
        System.Collections.IDictionary => throw NotPlain(name),
        System.Collections.IEnumerable items => items.Cast<object>().Select(item => Text(name, item)),
        _ => [Text(name, value)],
    };

    /// <summary>Booleans and times are written as botocore does: <c>True</c>, and whole epoch seconds.</summary>
    private static string Text(string name, object value) => value switch
    {
        string text => text,
        bool flag => flag ? "True" : "False",
        DateTimeOffset instant => instant.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        DateTime time => new DateTimeOffset(time).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        IFormattable number and (int or long or short or byte or uint or ulong or ushort or sbyte or double or float or decimal) =>
            number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw NotPlain(name),
    };

    private static XRayException NotPlain(string name) =>
        new(FailureKind.Refused, "InvalidParameter",
            $"The parameter {name} is no string, number, boolean or list of them: only such members can stand in a URL.");

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
