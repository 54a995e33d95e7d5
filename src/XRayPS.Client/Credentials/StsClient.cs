using System.Globalization;
using System.Net;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Amazon.Runtime;
using XRayPS.Client.Http;
using XRayPS.Client.Signing;
using XRayPS.Core.Ports;

namespace XRayPS.Client.Credentials;

/// <summary>
/// The two calls of AWS's Security Token Service that give credentials. See
/// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html.
/// </summary>
internal sealed class StsClient(Uri endpoint, string region, TimeProvider clock)
{
    private const string FormType = "application/x-www-form-urlencoded; charset=utf-8";

    internal static StsClient For(string region, ClientTuning tuning) =>
        new(CredentialEndpoints.Of("sts", "AWS_ENDPOINT_URL_STS", region, tuning), region, tuning.Clock);

    /// <summary>AssumeRole, signed.</summary>
    internal Task<AssumeRoleImmutableCredentials> AssumeRoleAsync(
        Dictionary<string, string> form, ImmutableCredentials keys) => CallAsync("AssumeRole", form, keys);

    /// <summary>AssumeRoleWithWebIdentity, whose token is the proof.</summary>
    internal Task<AssumeRoleImmutableCredentials> AssumeRoleWithWebIdentityAsync(Dictionary<string, string> form) =>
        CallAsync("AssumeRoleWithWebIdentity", form, keys: null);

    private async Task<AssumeRoleImmutableCredentials> CallAsync(
        string action, Dictionary<string, string> form, ImmutableCredentials? keys)
    {
        byte[] body = Encoding.UTF8.GetBytes(
            $"Action={action}&Version=2011-06-15&"
            + string.Join('&', form.Select(entry => $"{entry.Key}={Uri.EscapeDataString(entry.Value)}")));
        (HttpStatusCode status, string answer) = await CredentialHttp.SendAsync(
            "The Security Token Service", () => Request(body, keys)).ConfigureAwait(false);
        return Read(action, form["RoleArn"], status, answer);
    }

    private HttpRequestMessage Request(byte[] body, ImmutableCredentials? keys)
    {
        HttpRequestMessage request = new(HttpMethod.Post, endpoint) { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", FormType);
        if (keys is null)
        {
            return request;
        }

        DateTime now = clock.GetUtcNow().UtcDateTime;
        foreach ((string name, string value) in SigV4.SignPost(endpoint, FormType, body, keys, region, "sts", now))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    private static AssumeRoleImmutableCredentials Read(string action, string role, HttpStatusCode status, string answer)
    {
        try
        {
            XElement root = XElement.Parse(answer);
            string? Text(string name) => root.Descendants().FirstOrDefault(node => node.Name.LocalName == name)?.Value;
            if ((int)status >= 300)
            {
                throw Refused(action, role, Text("Code") ?? $"HTTP {(int)status}", Text("Message"));
            }

            return new AssumeRoleImmutableCredentials(
                Text("AccessKeyId")!,
                Text("SecretAccessKey")!,
                Text("SessionToken"),
                DateTime.Parse(Text("Expiration")!, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal));
        }
        catch (Exception failure) when (failure is XmlException or ArgumentException or FormatException)
        {
            throw Refused(action, role, $"HTTP {(int)status}", "the answer cannot be read");
        }
    }

    private static XRayException Refused(string action, string role, string code, string? text) =>
        new(FailureKind.Permission, code, $"{action} for {role} was refused: {text ?? code}");
}
