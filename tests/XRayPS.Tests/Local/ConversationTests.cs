using System.Text.Json.Nodes;
using XRayPS.Local;
using XRayPS.Tests.Support;

namespace XRayPS.Tests.Local;

/// <summary>
/// Plays requests and answers that belong together, in their order, over a socket. Members of a step in
/// tests/Cases/conversations/recorded.json: <c>at</c>, the time in epoch seconds; <c>operation</c>, <c>request</c>;
/// <c>status</c>, <c>errorType</c> and <c>body</c> of the answer. The ids that end the ARNs of groups are made up by the
/// service: those of the case are learnt as they come and replaced from then on.
/// </summary>
public sealed class ConversationTests
{
    private static readonly JsonArray Conversations =
        JsonNode.Parse(File.ReadAllText(CaseFolder.File("conversations", "recorded.json")))!.AsArray();

    public static TheoryData<string> Names => [.. Conversations.Select(conversation => (string)conversation!["name"]!)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Answers_as_the_real_service_did(string name)
    {
        await using RunningService service = await RunningService.StartAsync(LocalSettings.Default with { Region = "us-west-2" });
        Dictionary<string, string> arns = new(StringComparer.Ordinal);
        foreach (JsonNode? step in Conversations.Single(c => (string)c!["name"]! == name)!["steps"]!.AsArray())
        {
            if (step!["at"] is { } at)
            {
                service.Clock.Now = DateTimeOffset.UnixEpoch.AddSeconds((double)at);
            }

            string path = Core.Wire.Operations.Find((string)step["operation"]!)!.Path;
            Reply reply = await service.PostAsync(path, Known(step["request"]!.ToJsonString(), arns));
            Learn(step, reply, arns);
            string label = $"{name}: {step["label"]}: {reply.Text}";
            Assert.True((int)step["status"]! == reply.Status, label);
            Assert.True((string?)step["errorType"] == reply.ErrorType, label);
            if (step["body"] is { } body)
            {
                JsonComparer comparer = new(partial: (bool?)step["partial"] ?? false);
                string? difference = comparer.Difference(Known(body.ToJsonString(), arns), reply.Text);
                Assert.True(difference is null, $"{difference}\n{label}");
            }
        }
    }

    private static string Known(string text, Dictionary<string, string> arns)
    {
        foreach ((string told, string actual) in arns)
        {
            text = text.Replace(told, actual, StringComparison.Ordinal);
        }

        return text;
    }

    private static void Learn(JsonNode step, Reply reply, Dictionary<string, string> arns)
    {
        string? told = (string?)step["body"]?["Group"]?["GroupARN"];
        if (told is not null && (string)step["operation"]! == "CreateGroup" && reply.Status == 200)
        {
            arns[told] = (string)reply.Json!["Group"]!["GroupARN"]!;
        }
    }
}
