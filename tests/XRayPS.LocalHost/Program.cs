using XRayPS.Core.Ports;
using XRayPS.Local;

// Usage: XRayPS.LocalHost [file]. Prints the port, and runs until its input ends.
LocalServiceOptions options = new() { Port = 0, DaemonPort = 0, Path = args.Length > 0 ? args[0] : null };
await using ILocalService service = await new LocalServiceFactory().StartAsync(options, CancellationToken.None);
Console.WriteLine(service.Endpoint.Port);
while (await Console.In.ReadLineAsync() is not null)
{
}
