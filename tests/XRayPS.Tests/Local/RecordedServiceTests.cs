using System.Text.Json.Nodes;
using XRayPS.Core.Wire;
using XRayPS.Tests.Support;

namespace XRayPS.Tests.Local;

/// <summary>What the real service answered, asked of the local one over a socket.</summary>
public sealed class RecordedServiceTests
{
    public static TheoryData<string, string> Cases()
    {
        TheoryData<string, string> data = [];
        foreach (string file in Directory.GetFiles(CaseFolder.File("service"), "*.json").Select(path => Path.GetFileName(path)).Order())
        {
            foreach (ServiceCase played in ServiceCase.Load(file))
            {
                data.Add(file, played.Label);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_local_service_answers_as_the_real_one_did(string file, string label)
    {
        await using RunningService service = await RunningService.StartAsync();
        await CaseReplayer.ReplayAsync(ServiceCase.Load(file).Single(played => played.Label == label), new Target(service));
    }

    private sealed class Target(RunningService service) : ICaseTarget
    {
        public void SetTime(DateTimeOffset now) => service.Clock.Now = now;

        public async Task<string> AskAsync(string operation, string body) =>
            (await service.AskAsync(Operations.Find(operation)!.Path, JsonNode.Parse(body)!)).ToJsonString();
    }
}
