using System.Text.Json;
using System.Text.Json.Serialization;

namespace XRayPS.Paging;

/// <summary>
/// The token that users get: the service's own, how many items of that page are done with, and the window in absolute
/// terms. The service's token cannot resume inside a page, and a window such as "the last hour" moves.
/// </summary>
/// <param name="Operation">The operation that it belongs to.</param>
/// <param name="Service">The service's token; null for the first page.</param>
/// <param name="Offset">Items of the page to pass over.</param>
/// <param name="Start">Start of the window in UTC ticks; null where there is none.</param>
/// <param name="End">End of the window in UTC ticks; null where there is none.</param>
/// <param name="Begin">Start of the whole query in UTC ticks, when older windows follow; otherwise null.</param>
internal sealed record PageToken(
    [property: JsonPropertyName("o")] string Operation,
    [property: JsonPropertyName("t")] string? Service,
    [property: JsonPropertyName("i")] int Offset,
    [property: JsonPropertyName("s")] long? Start,
    [property: JsonPropertyName("e")] long? End,
    [property: JsonPropertyName("b")] long? Begin = null)
{
    private const string Prefix = "xrayps.";

    /// <summary>The window, or null.</summary>
    [JsonIgnore]
    internal TimeWindow? Window => Start is { } start && End is { } end
        ? new TimeWindow(new DateTimeOffset(start, TimeSpan.Zero), new DateTimeOffset(end, TimeSpan.Zero))
        : null;

    /// <summary>Start of the whole query, when older windows follow; otherwise null.</summary>
    [JsonIgnore]
    internal DateTimeOffset? BeginTime => Begin is { } begin ? new DateTimeOffset(begin, TimeSpan.Zero) : null;

    /// <summary>A token for users.</summary>
    internal static string Write(
        string operation, string? service, int offset, TimeWindow? window, DateTimeOffset? begin = null)
    {
        PageToken token = new(operation, service, offset, window?.Start.UtcTicks, window?.End.UtcTicks, begin?.UtcTicks);
        return Prefix + Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(token))
            .TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    /// <summary>Reads a token. One that does not look like ours is the service's own, from another client.</summary>
    /// <param name="text">What the user gave.</param>
    /// <param name="operation">The operation that it must belong to.</param>
    /// <param name="token">The token.</param>
    /// <param name="error">Why not.</param>
    internal static bool TryRead(string text, string operation, out PageToken token, out string error)
    {
        error = "";
        token = new PageToken(operation, text, 0, null, null);
        if (!text.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return true;
        }

        if (Parse(text[Prefix.Length..]) is not { Offset: >= 0 } parsed)
        {
            error = "The token is damaged. Copy it as a whole.";
            return false;
        }

        token = parsed;
        if (parsed.Operation != operation)
        {
            error = $"The token belongs to {parsed.Operation}, not to {operation}.";
            return false;
        }

        return true;
    }

    private static PageToken? Parse(string encoded)
    {
        string base64 = encoded.Replace('-', '+').Replace('_', '/');
        try
        {
            byte[] json = Convert.FromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '='));
            PageToken? token = JsonSerializer.Deserialize<PageToken>(json);
            return token?.Operation is null || Bad(token.Start) || Bad(token.End) || Bad(token.Begin) ? null : token;
        }
        catch (Exception failure) when (failure is FormatException or JsonException)
        {
            return null;
        }
    }

    private static bool Bad(long? ticks) => ticks < DateTimeOffset.MinValue.Ticks || ticks > DateTimeOffset.MaxValue.Ticks;
}
