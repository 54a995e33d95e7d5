using XRayPS.Bench.Engine;

namespace XRayPS.Bench.Peers;

/// <summary>Get-XRayTraceSummary over all pages. It signs its calls, as the other clients do.</summary>
internal static class ModulePeer
{
    private const string Script = """
        param($Endpoint)
        Get-XRayTraceSummary -EndpointUrl $Endpoint -Region us-east-1 -AccessKey AKIDEXAMPLE -SecretKey secret `
            -StartTime 1790000000 -EndTime 1790000900 | Measure-Taken
        """;

    internal static void Run(string endpoint, int passes)
    {
        using HostedEngine engine = HostedEngine.WithModule();
        for (int pass = 0; pass < passes; pass++)
        {
            engine.Run(Script, endpoint);
        }
    }
}
