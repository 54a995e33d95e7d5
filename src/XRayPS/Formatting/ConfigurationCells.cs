using System.Management.Automation.Host;
using System.Text.Json;
using XRayPS.Core.Rendering;

namespace XRayPS.Formatting;

/// <summary>Cells of the views of groups and policies.</summary>
public static class ConfigurationCells
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    /// <summary>The insights switches of a group in a word or two; nothing where they are off.</summary>
    /// <param name="switches">The switches.</param>
    public static string Insights(InsightsConfiguration? switches) => switches switch
    {
        { InsightsEnabled: true, NotificationsEnabled: true } => Cells.Yes(true) + ", notified",
        { InsightsEnabled: true } => Cells.Yes(true),
        _ => "",
    };

    /// <summary>
    /// A text in the last column, cut to what room there is: the engine counts letters, and some take two cells.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="before">The cells before the column.</param>
    /// <param name="host">The host that shows the table.</param>
    public static string Rest(string? text, int before, PSHost? host) =>
        CellText.Fit(CellText.Clean(text), Math.Max(HostWidth.Of(host) - before, 8));

    /// <summary>What a policy says, a statement after the other; the text as it is where it is no policy.</summary>
    /// <param name="policy">The policy, JSON.</param>
    public static string Statements(string? policy)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(policy ?? "");
            JsonElement statement = document.RootElement.GetProperty("Statement");
            IEnumerable<JsonElement> statements =
                statement.ValueKind == JsonValueKind.Array ? statement.EnumerateArray() : [statement];
            return string.Join("; ", statements.Select(static one =>
                $"{Words(one, "Effect")} {Words(one, "Principal")}: {Words(one, "Action")}"));
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return Cells.Text(policy);
        }
    }

    /// <summary>A JSON text with a line for each member; the text as it is where it is no JSON.</summary>
    /// <param name="text">The text.</param>
    public static string Json(string? text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text ?? "");
            string[] lines = JsonSerializer.Serialize(document.RootElement, s_indented).Split('\n');
            return string.Join('\n', lines.Select(static line => CellText.Clean(line.TrimEnd('\r'))));
        }
        catch (JsonException)
        {
            return Cells.Text(text);
        }
    }

    /// <summary>A member's values: a text, a list, or an object's members' values.</summary>
    private static string Words(JsonElement statement, string member) =>
        statement.TryGetProperty(member, out JsonElement value)
            ? string.Join(", ", Words(value).Select(CellText.Clean))
            : "?";

    private static IEnumerable<string> Words(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Words),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(static member => Words(member.Value)),
        _ => [value.ToString()],
    };
}
