using System.Text;
using System.Text.Json;

namespace XRayPS.Module.Tests.Faults;

/// <summary>A request as the fault server sees it.</summary>
internal sealed record FaultRequest(string Path, string Body)
{
    /// <summary>The token that the request carries, or null.</summary>
    internal string? Token => Member("NextToken") is { ValueKind: JsonValueKind.String } token ? token.GetString() : null;

    /// <summary>Strings of a list in the body.</summary>
    internal string[] List(string name) => [.. Member(name)!.Value.EnumerateArray().Select(item => item.GetString()!)];

    /// <summary>A member of the body, or null.</summary>
    internal JsonElement? Member(string name)
    {
        using JsonDocument document = JsonDocument.Parse(Body.Length == 0 ? "{}" : Body);
        return document.RootElement.TryGetProperty(name, out JsonElement value) ? value.Clone() : null;
    }

    /// <summary>Reads a request; null at the end of the connection.</summary>
    internal static async Task<FaultRequest?> ReadAsync(Stream stream, CancellationToken token)
    {
        StringBuilder head = new();
        byte[] one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, token) == 0)
            {
                return null;
            }

            head.Append((char)one[0]);
        }

        string[] lines = head.ToString().Split("\r\n");
        int length = lines
            .Where(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
            .Select(line => int.Parse(line.AsSpan(line.IndexOf(':') + 1)))
            .FirstOrDefault();
        byte[] body = new byte[length];
        await stream.ReadExactlyAsync(body, token);
        return new FaultRequest(lines[0].Split(' ')[1], Encoding.UTF8.GetString(body));
    }
}
