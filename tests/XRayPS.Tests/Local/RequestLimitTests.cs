using XRayPS.Client;
using XRayPS.Core.Model;
using XRayPS.Core.Ports;
using XRayPS.Core.Wire;
using XRayPS.Local;
using XRayPS.Tests.Client;

namespace XRayPS.Tests.Local;

/// <summary>The limit of requests a second: off unless asked for, and to the tick when it is on.</summary>
public sealed class RequestLimitTests
{
    private static readonly string Groups = Operations.GetGroups.Path;

    [Fact]
    public async Task There_is_no_limit_unless_one_is_asked_for()
    {
        await using RunningService service = await RunningService.StartAsync();
        Assert.All(await AskAsync(service, Groups, 200), reply => Assert.Equal(200, reply.Status));
    }

    [Fact]
    public async Task What_is_too_much_gets_the_models_exception()
    {
        await using RunningService service = await RunningService.StartAsync(requestLimit: 1);
        Reply[] replies = await AskAsync(service, Groups, 2);
        Assert.Equal(200, replies[0].Status);
        Assert.Equal(
            (429, "ThrottledException", """{"Message":"Rate exceeded"}"""),
            (replies[1].Status, replies[1].ErrorType, replies[1].Text));
    }

    [Theory]
    [InlineData(3, new[] { 0.0, 0, 0, 0 }, "+++-")]
    [InlineData(3, new[] { 0.0, 0, 0, 0.333, 0.334, 0.334 }, "+++-+-")]
    [InlineData(3, new[] { 0.0, 0, 0, 10, 10, 10, 10 }, "++++++-")]
    [InlineData(1, new[] { 0.0, 0.999, 1, 1.5, 2 }, "+-+-+")]
    [InlineData(0.1, new[] { 0.0, 9.999, 10, 19, 20 }, "+-+-+")]
    [InlineData(2.5, new[] { 0.0, 0, 0, 0.3, 0.4 }, "++-+-")]
    [InlineData(0.001, new[] { 0.0, 999, 1000 }, "+-+")]
    public async Task The_bucket_holds_a_second_and_fills_up_evenly(double limit, double[] times, string expected)
    {
        await using RunningService service = await RunningService.StartAsync(requestLimit: limit);
        string answers = "";
        foreach (double time in times)
        {
            service.Clock.Now = RunningService.Start.AddSeconds(time);
            answers += (await service.PostAsync(Groups, "{}")).Status == 200 ? '+' : '-';
        }

        Assert.Equal(expected, answers);
    }

    [Fact]
    public async Task Each_operation_has_its_own()
    {
        await using RunningService service = await RunningService.StartAsync(requestLimit: 1);
        foreach (Operation operation in Operations.All)
        {
            // A bad body is a request too, and what is throttled is not looked at.
            Reply[] replies = await AskAsync(service, operation.Path, 2, "{");
            Assert.Equal(
                ("SerializationException", "ThrottledException"), (replies[0].ErrorType, replies[1].ErrorType));
        }
    }

    [Fact]
    public async Task What_is_no_operation_is_not_counted()
    {
        await using RunningService service = await RunningService.StartAsync(requestLimit: 1);
        Assert.All(await AskAsync(service, "/NoSuchOperation", 3), reply => Assert.Equal(200, reply.Status));
        Assert.All(await AskAsync(service, "/v1/traces", 3), reply => Assert.Equal(200, reply.Status));
        await service.SendAsync("""{"format":"json","version":1}"""u8.ToArray());
    }

    [Fact]
    public async Task Our_own_client_asks_again()
    {
        LocalServiceOptions options = new() { Port = 0, DaemonPort = 0, RequestLimit = 1, Clock = new SteppingClock() };
        await using ILocalService service = await new LocalServiceFactory().StartAsync(options, CancellationToken.None);
        using IXRayClient client = new XRayClient(new ClientSettings { EndpointUrl = service.Endpoint }, Make.Tuning());
        for (int call = 0; call < 3; call++)
        {
            GetGroupsResponse answer = (await client.SendAsync(Operations.GetGroups, new GetGroupsRequest(), default)).Value;
            Assert.Single(answer.Groups);
        }

        Assert.Equal(5, service.ReadCounters().Requests);
    }

    private static async Task<Reply[]> AskAsync(RunningService service, string path, int times, string body = "{}")
    {
        Reply[] replies = new Reply[times];
        for (int i = 0; i < times; i++)
        {
            replies[i] = await service.PostAsync(path, body);
        }

        return replies;
    }

    /// <summary>Six tenths of a second pass between two looks at it: every other request comes too early.</summary>
    private sealed class SteppingClock : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Interlocked.Add(ref _ticks, TimeSpan.FromSeconds(0.6).Ticks);
    }
}
