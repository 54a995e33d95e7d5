using System.Text.Json;
using System.Text.Json.Nodes;
using XRayPS.Core.Wire;

namespace XRayPS.Tests.Local;

/// <summary>
/// Whole answers: status, error type and body. Those of tests/Cases/errors/recorded.json the real service was seen to
/// give; those of constraints.json follow from the model's constraints in the words that were seen.
/// </summary>
public sealed class RecordedErrorTests
{
    private const string Recorded = "recorded.json";
    private const string Constraints = "constraints.json";

    public static TheoryData<string> Labels() => [.. All().Select(played => played.GetProperty("label").GetString()!)];

    [Theory]
    [MemberData(nameof(Labels))]
    public async Task The_answer_is_as_told(string label)
    {
        JsonElement played = All().Single(entry => entry.GetProperty("label").GetString() == label);
        await using RunningService service = await RunningService.StartAsync();
        Operation operation = Operations.Find(played.GetProperty("operation").GetString()!)!;
        Reply reply = await service.PostAsync(operation.Path, played.GetProperty("request").GetRawText());
        Assert.Equal(played.GetProperty("status").GetInt32(), reply.Status);
        Assert.Equal(played.GetProperty("type").GetString(), reply.ErrorType);
        JsonNode expected = JsonNode.Parse(played.GetProperty("body").GetRawText())!;
        Assert.True(
            JsonNode.DeepEquals(expected, reply.Json), $"expected {expected.ToJsonString()}, found {reply.Text}");
    }

    [Fact]
    public void Every_operation_whose_input_the_model_bounds_has_a_case()
    {
        HashSet<string> told = [.. Load(Constraints).Select(played => played.GetProperty("operation").GetString()!)];
        JsonElement facts = CaseFiles.Json("wire", "model-facts.json");
        Assert.Empty(facts.GetProperty("operations").EnumerateObject()
            .Where(operation =>
                operation.Value.GetProperty("request").GetString() is { } request && IsBounded(facts, request))
            .Select(operation => operation.Name)
            .Except(told));
    }

    private static bool IsBounded(JsonElement facts, string structure)
    {
        JsonElement shape = facts.GetProperty("structures").GetProperty(structure);
        string members = shape.GetProperty("members").GetRawText();
        string[] bounds = ["\"min\"", "\"max\"", "\"enum\"", "\"pattern\""];
        return shape.GetProperty("required").GetArrayLength() > 0
            || bounds.Any(word => members.Contains(word, StringComparison.Ordinal));
    }

    private static IEnumerable<JsonElement> All() => Load(Recorded).Concat(Load(Constraints));

    private static JsonElement[] Load(string file) => [.. CaseFiles.Json("errors", file).EnumerateArray()];
}
