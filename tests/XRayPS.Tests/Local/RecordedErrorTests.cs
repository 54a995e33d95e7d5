using System.Text.Json;
using System.Text.Json.Nodes;
using XRayPS.Core.Wire;

namespace XRayPS.Tests.Local;

/// <summary>Requests whose status, error type and whole body the real service was seen to answer.</summary>
public sealed class RecordedErrorTests
{
    public static TheoryData<string> Labels() => [.. Load().Select(played => played.GetProperty("label").GetString()!)];

    [Theory]
    [MemberData(nameof(Labels))]
    public async Task The_answer_is_as_recorded(string label)
    {
        JsonElement played = Load().Single(entry => entry.GetProperty("label").GetString() == label);
        await using RunningService service = await RunningService.StartAsync();
        Operation operation = Operations.Find(played.GetProperty("operation").GetString()!)!;
        Reply reply = await service.PostAsync(operation.Path, played.GetProperty("request").GetRawText());
        Assert.Equal(played.GetProperty("status").GetInt32(), reply.Status);
        Assert.Equal(played.GetProperty("type").GetString(), reply.ErrorType);
        JsonNode expected = JsonNode.Parse(played.GetProperty("body").GetRawText())!;
        Assert.True(JsonNode.DeepEquals(expected, reply.Json), $"expected {expected.ToJsonString()}, found {reply.Text}");
    }

    private static JsonElement[] Load() => [.. CaseFiles.Json("errors", "recorded.json").EnumerateArray()];
}
