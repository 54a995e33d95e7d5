using XRayPS.Client;
using XRayPS.Core.Ports;

namespace XRayPS.Tests.Client;

/// <summary>Clients for tests: an environment of their own, no pauses between attempts.</summary>
internal static class Make
{
    internal static ClientTuning Tuning(params (string Name, string Value)[] environment) => new()
    {
        Clock = new NoPauseClock(),
        Environment = Environment(environment),
    };

    internal static Func<string, string?> Environment(params (string Name, string Value)[] environment)
    {
        Dictionary<string, string> values = environment.Where(entry => entry.Value.Length > 0).ToDictionary(entry => entry.Name, entry => entry.Value);
        values.TryAdd("HOME", "/nonexistent");
        values.TryAdd("AWS_EC2_METADATA_DISABLED", "true");
        return values.GetValueOrDefault;
    }

    internal static IXRayClient Client(FaultServer server, ClientTuning? tuning = null) =>
        new XRayClient(new ClientSettings { EndpointUrl = server.Endpoint }, tuning ?? Tuning());

    internal static IXRayClient SignedClient(FaultServer server, ClientTuning? tuning = null) =>
        new XRayClient(
            new ClientSettings
            {
                EndpointUrl = server.Endpoint,
                Region = "eu-west-1",
                AccessKey = "AKIDEXAMPLE",
                SecretKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
            },
            tuning ?? Tuning());
}
