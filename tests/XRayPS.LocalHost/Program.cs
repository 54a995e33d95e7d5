using System.Globalization;
using XRayPS.Core.Ports;
using XRayPS.Local;
using XRayPS.LocalHost;

// Usage: XRayPS.LocalHost [file | -clock <epoch seconds>]. Prints the port and the daemon's address, and runs until its
// input ends. With -clock the time stands still; a line "advance 10" sets it ten seconds ahead and is answered then.
StandingClock? clock = args is ["-clock", string start]
    ? new StandingClock(DateTimeOffset.UnixEpoch.AddSeconds(double.Parse(start, CultureInfo.InvariantCulture)))
    : null;
LocalServiceOptions options = new()
{
    Port = 0,
    DaemonPort = 0,
    Path = clock is null && args.Length > 0 ? args[0] : null,
    Clock = clock ?? TimeProvider.System,
};
await using ILocalService service = await new LocalServiceFactory().StartAsync(options, CancellationToken.None);
Console.WriteLine(service.Endpoint.Port);
Console.WriteLine(service.DaemonAddress);
while (await Console.In.ReadLineAsync() is { } line)
{
    if (clock is not null && line.Split(' ') is ["advance", string seconds])
    {
        clock.Advance(TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture)));
        Console.WriteLine("advanced");
    }
}
