using System.Text.Json;

namespace XRayPS.Tests.Support;

/// <summary>Something that answers X-Ray's operations: the folds themselves, or a local service behind a socket.</summary>
public interface ICaseTarget
{
    /// <summary>Sets the time at which the next calls are received.</summary>
    /// <param name="now">The time.</param>
    void SetTime(DateTimeOffset now);

    /// <summary>Asks an operation and gives the body of its answer.</summary>
    /// <param name="operation">The name, such as <c>BatchGetTraces</c>.</param>
    /// <param name="body">The request, JSON.</param>
    Task<string> AskAsync(string operation, string body);
}

/// <summary>Plays a case against a target that is empty before.</summary>
public static class CaseReplayer
{
    /// <summary>Sends the documents, asks the question, and fails the test where the answer differs.</summary>
    public static async Task ReplayAsync(ServiceCase played, ICaseTarget target)
    {
        for (int i = 0; i < played.Calls.Count; i++)
        {
            if (i < played.ReceivedAt.Count)
            {
                target.SetTime(DateTimeOffset.UnixEpoch.AddSeconds(played.ReceivedAt[i]));
            }

            await target.AskAsync(
                "PutTraceSegments", JsonSerializer.Serialize(new { TraceSegmentDocuments = played.Calls[i] }));
        }

        string answer = await target.AskAsync(played.Operation, played.Request);
        string? difference = played.Difference(answer);
        Assert.True(difference is null, $"{played.Label}: {difference}\n{answer}");
    }
}
