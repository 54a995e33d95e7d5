using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using XRayPS.Client.Pipeline;
using XRayPS.Core.Ports;
using XRayPS.Core.Wire;

namespace XRayPS.Client.Errors;

/// <summary>Errors that came as an answer.</summary>
internal static partial class ServiceErrors
{
    private const int LongestExcerpt = 200;

    internal static XRayException Map(ServiceFailure failure, string operation, Uri endpoint)
    {
        ServiceError error = failure.Error;
        string code = error.Code.Length > 0
            ? error.Code
            : string.Create(CultureInfo.InvariantCulture, $"Http{error.StatusCode}");
        return new XRayException(FailureKinds.Of(code, error.StatusCode), code, Text(failure, code, endpoint), failure)
        {
            StatusCode = error.StatusCode,
            RequestId = error.RequestId,
            ResourceName = error.ResourceName,
            Operation = operation,
        };
    }

    private static string Text(ServiceFailure failure, string code, Uri endpoint)
    {
        ServiceError error = failure.Error;
        if (!string.IsNullOrWhiteSpace(error.Message))
        {
            // The service's words stand as they are, save where they never say what to do: keys and signatures.
            return SignatureAdvice(code) is { } way ? $"{error.Message.TrimEnd(' ', '.')}. {way}" : error.Message;
        }

        if ((Advice(code) ?? SignatureAdvice(code)) is { } advice)
        {
            return advice;
        }

        if (error.Code.Length > 0)
        {
            return string.Create(CultureInfo.InvariantCulture,
                $"The service answered {error.Code} (HTTP {error.StatusCode}) without a text.");
        }

        string excerpt = Excerpt(failure.Body.Span);
        string said = excerpt.Length == 0 ? "without a body" : $"with \"{excerpt}\"";
        return string.Create(CultureInfo.InvariantCulture,
            $"{endpoint.Authority} answered HTTP {error.StatusCode} {said}, which is no answer of X-Ray's: a proxy or another service may stand at this endpoint.");
    }

    private static string? Advice(string code) => code switch
    {
        ErrorCodes.Throttled or "ThrottlingException" or "Throttling" or "TooManyRequestsException" =>
            "X-Ray throttled the call, also after several attempts. Ask for less at once, or again later.",
        ErrorCodes.InternalFailure => "The service failed inside. Trying again later may help.",
        ErrorCodes.UnknownOperation => "The endpoint does not know this operation: is it X-Ray's?",
        _ => null,
    };

    private static string? SignatureAdvice(string code) => code switch
    {
        "ExpiredTokenException" or "ExpiredToken" => "Get new temporary credentials, for example with `aws sso login`.",
        "UnrecognizedClientException" or "InvalidClientTokenId" =>
            "The access key is not known in this partition. Check the profile or the keys, and the region.",
        "InvalidSignatureException" or "SignatureDoesNotMatch" =>
            "The signature was not accepted. Check the secret key, the region and this machine's clock.",
        "MissingAuthenticationTokenException" or "MissingAuthenticationToken" =>
            "The request was not signed; this endpoint wants credentials.",
        _ => null,
    };

    /// <summary>The words of a body that is no JSON: an HTML page's title or text, on one line.</summary>
    private static string Excerpt(ReadOnlySpan<byte> body)
    {
        string text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, 16 * 1024)]);
        Match title = Title().Match(text);
        string words = title.Success ? title.Groups[1].Value : Unseen().Replace(text, " ");
        words = Space().Replace(System.Net.WebUtility.HtmlDecode(Tag().Replace(words, " ")), " ").Trim();
        return words.Length > LongestExcerpt ? words[..LongestExcerpt] + "..." : words;
    }

    [GeneratedRegex("<title[^>]*>(.*?)</title>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Title();

    [GeneratedRegex("<(script|style)[^>]*>.*?</\\1>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Unseen();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("[\\s\\p{C}]+")]
    private static partial Regex Space();
}
