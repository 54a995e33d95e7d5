using System.Globalization;

namespace XRayPS.Local.Handlers.Search;

/// <summary>Where segments go. A change shows as PENDING for a while. Segments are found here whatever it says.</summary>
internal sealed class SegmentDestination(Account account, TimeSpan delay)
{
    private const string Name = "segment-destination";

    internal TraceSegmentDestination Read()
    {
        // Destination, ticks of the change.
        if (account.Store.Read(Name)?.Split(' ') is not [string destination, string changed])
        {
            return new TraceSegmentDestination { Destination = "XRay", Status = "ACTIVE" };
        }

        DateTimeOffset changedAt = new(long.Parse(changed, CultureInfo.InvariantCulture), TimeSpan.Zero);
        return new TraceSegmentDestination
        {
            Destination = destination,
            Status = account.Now - changedAt >= delay ? "ACTIVE" : "PENDING",
        };
    }

    internal async Task<TraceSegmentDestination> ChangeAsync(string destination, CancellationToken cancellationToken)
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"{destination} {account.Now.UtcTicks}");
        await account.Store.WriteAsync(Name, text, cancellationToken).ConfigureAwait(false);
        return new TraceSegmentDestination { Destination = destination, Status = "PENDING" };
    }
}
