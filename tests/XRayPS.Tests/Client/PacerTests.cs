using XRayPS.Client.Pipeline;
using XRayPS.Core.Model;
using XRayPS.Core.Ports;
using XRayPS.Core.Wire;

namespace XRayPS.Tests.Client;

[Collection(nameof(ProcessEnvironment))]
public sealed class PacerTests
{
    [Fact]
    public async Task A_burst_of_throttling_cuts_once()
    {
        Pacer pacer = new(16);
        int[] epochs = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => pacer.EnterAsync(default)));

        foreach (int epoch in epochs)
        {
            pacer.LeaveThrottled(epoch);
        }

        Assert.Equal(4, pacer.Limit);
    }

    [Fact]
    public async Task One_always_gets_through_and_success_widens_again()
    {
        Pacer pacer = new(4);
        for (int i = 0; i < 10; i++)
        {
            pacer.LeaveThrottled(await pacer.EnterAsync(default));
        }

        Assert.Equal(1, pacer.Limit);
        for (int i = 0; i < 20; i++)
        {
            await pacer.EnterAsync(default);
            pacer.Leave(succeeded: true);
        }

        Assert.Equal(4, pacer.Limit);
    }

    [Fact]
    public async Task Who_waits_comes_in_order_and_may_give_up()
    {
        Pacer pacer = new(1);
        await pacer.EnterAsync(default);
        using CancellationTokenSource stop = new();
        Task<int> second = pacer.EnterAsync(stop.Token);
        Task<int> third = pacer.EnterAsync(default);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.False(third.IsCompleted);
        pacer.Leave(succeeded: true);

        await third.WaitAsync(TimeSpan.FromSeconds(10));
    }

    /// <summary>One call in ten is throttled at first; none of two hundred fails, eight at a time, whatever mode the environment asks for.</summary>
    [Fact]
    public async Task Throttling_slows_down_and_nothing_is_lost()
    {
        using ProcessEnvironment adaptive = new(("AWS_RETRY_MODE", "adaptive"));
        int firsts = 0;
        Answer good = Answers.Json("{}");
        Answer throttled = Answers.Throttled();
        await using FaultServer server = new((stream, request, token) =>
        {
            bool isFirst = request.Headers["amz-sdk-request"].StartsWith("attempt=1", StringComparison.Ordinal);
            bool isTenth = isFirst && Interlocked.Increment(ref firsts) % 10 == 0;
            return (isTenth ? throttled : good)(stream, request, token);
        });
        using IXRayClient client = Make.Client(server);

        await Parallel.ForEachAsync(
            Enumerable.Range(0, 200),
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (_, token) => await client.SendAsync(Operations.GetEncryptionConfig, new Empty(), token));

        Assert.Equal(220, server.Requests.Count);
    }
}
