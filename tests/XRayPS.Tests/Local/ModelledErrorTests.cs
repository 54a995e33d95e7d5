using System.Text.Json.Nodes;
using XRayPS.Core.Wire;
using XRayPS.Tests.Support;

namespace XRayPS.Tests.Local;

/// <summary>
/// The exceptions of the model, each from each operation that has it. Members of a case in
/// tests/Cases/errors/modelled.json: <c>before</c>, requests that have to succeed first, with <c>times</c> (<c>{n}</c>
/// counts from 1) and <c>keep</c> (names for members of their answers); <c>request</c>; <c>status</c>, <c>error</c>,
/// <c>message</c>. Too many requests are in RequestLimitTests, for all operations alike.
/// </summary>
public sealed class ModelledErrorTests
{
    private static readonly JsonNode Table =
        JsonNode.Parse(File.ReadAllText(CaseFolder.File("errors", "modelled.json")))!;

    public static TheoryData<string> Names => [.. Table["cases"]!.AsArray().Select(NameOf)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_service_answers_with_the_exception(string name)
    {
        JsonNode played = Table["cases"]!.AsArray().Single(entry => NameOf(entry) == name)!;
        await using RunningService service = await RunningService.StartAsync();
        Dictionary<string, string> kept = [];
        foreach (JsonNode? step in played["before"]?.AsArray() ?? [])
        {
            await PrepareAsync(service, step!, kept);
        }

        Reply reply = await service.PostAsync(PathOf((string)played["operation"]!), Filled(played["request"]!, kept));
        Assert.Equal(((int)played["status"]!, (string?)played["error"]), (reply.Status, reply.ErrorType));
        string? message = (string?)played["message"];
        Assert.Equal(message is null ? null : Filled(message, kept), (string?)reply.Json!["Message"]);
    }

    [Fact]
    public void Each_exception_of_each_operation_has_a_case_or_a_reason_why_not()
    {
        IEnumerable<(string, string)> modelled = Operations.All
            .SelectMany(operation => operation.Exceptions.Select(error => (operation.Name, error)))
            .Where(row => row.error != ErrorCodes.Throttled);
        Assert.Empty(modelled.Except(RowsOf("cases")).Except(RowsOf("unreachable")));
    }

    [Fact]
    public void What_has_a_case_is_not_called_unreachable_and_all_of_it_is_in_the_model()
    {
        Assert.Empty(RowsOf("cases").Intersect(RowsOf("unreachable")));
        Assert.All(
            RowsOf("cases").Concat(RowsOf("unreachable")),
            row => Assert.Contains(row.Error, Operations.Find(row.Operation)!.Exceptions));
    }

    private static string NameOf(JsonNode? entry) => $"{entry!["operation"]}: {entry["name"]}";

    private static IEnumerable<(string Operation, string Error)> RowsOf(string part) =>
        Table[part]!.AsArray().Select(entry => ((string)entry!["operation"]!, (string)entry["error"]!));

    private static async Task PrepareAsync(RunningService service, JsonNode step, Dictionary<string, string> kept)
    {
        for (int n = 1; n <= ((int?)step["times"] ?? 1); n++)
        {
            string request = Filled(step["request"]!, kept).Replace("{n}", n.ToString(), StringComparison.Ordinal);
            Reply reply = await service.PostAsync(PathOf((string)step["operation"]!), request);
            Assert.True(reply.Status == 200, $"{step["operation"]}: {reply.Text}");
            foreach ((string name, JsonNode? path) in step["keep"]?.AsObject() ?? [])
            {
                kept[name] = (string)((string)path!).Split('.').Aggregate(reply.Json, (node, member) => node![member])!;
            }
        }
    }

    private static string PathOf(string operation) => Operations.Find(operation)!.Path;

    private static string Filled(JsonNode request, Dictionary<string, string> kept) =>
        Filled(request.ToJsonString(), kept);

    private static string Filled(string text, Dictionary<string, string> kept) => kept.Aggregate(
        text, (filled, entry) => filled.Replace($"{{{entry.Key}}}", entry.Value, StringComparison.Ordinal));
}
