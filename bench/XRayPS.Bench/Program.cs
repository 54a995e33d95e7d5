using System.Globalization;
using XRayPS.Bench.Engine;
using XRayPS.Bench.Filters;
using XRayPS.Bench.Ingestion;
using XRayPS.Bench.Micro;
using XRayPS.Bench.Peers;
using XRayPS.Bench.Support;

const string Usage = """
    all                  peers, engine, trace, http, udp and scan, one after the other
    peers [rounds]       1,000 pages through XRayPS, boto3, the AWS CLI, the AWS SDK for JavaScript, and a bare read
    engine [rounds]      Import-Module and the start of the local service
    trace [blocks]       what Trace-XRayCommand costs a block
    http [documents]     PutTraceSegments into a file
    udp [a second]       datagrams into a file for 10 s
    scan [traces]        windows and filters over stored traces through the local service's API
    filter [summaries]   filters over summaries in memory
    micro [options]      readers and folds by BenchmarkDotNet
    """;

int Number(int index, int otherwise) =>
    args.Length > index ? int.Parse(args[index], CultureInfo.InvariantCulture) : otherwise;

if (args is ["all" or "peers" or "engine" or "trace" or "http" or "udp" or "scan", ..])
{
    Machine.Print();
}

switch (args.FirstOrDefault())
{
    case "all":
        PeerComparison.Run(5);
        EngineStart.Run(7);
        BlockCost.Run(2000);
        HttpIngestion.Run(200_000);
        UdpIngestion.Run(20_000);
        await FilterScan.RunAsync(1_000_000);
        return 0;
    case "peers":
        PeerComparison.Run(Number(1, 5));
        return 0;
    case "engine":
        EngineStart.Run(Number(1, 7));
        return 0;
    case "trace":
        BlockCost.Run(Number(1, 2000));
        return 0;
    case "http":
        HttpIngestion.Run(Number(1, 200_000));
        return 0;
    case "udp":
        UdpIngestion.Run(Number(1, 20_000));
        return 0;
    case "scan":
        await FilterScan.RunAsync(Number(1, 1_000_000));
        return 0;
    case "filter":
        FilterEvaluation.Run(Number(1, 1_000_000));
        return 0;
    case "micro":
        MicroBenchmarks.Run(args[1..]);
        return 0;

    // Parts of the above that run in processes of their own.
    case "peer-server":
        PageServer.Run(Number(1, 0));
        return 0;
    case "peer-module":
        ModulePeer.Run(args[1], Number(2, 1));
        return 0;
    case "peer-bare":
        await BarePeer.RunAsync(new Uri(args[1]), Number(2, 0), Number(3, 1));
        return 0;
    case "engine-start":
        EngineStart.RunPart();
        return 0;
    case "service":
        await ServicePart.RunAsync(args[1]);
        return 0;
    case "http-sender":
        await HttpSender.RunAsync(new Uri(args[1]), Number(2, 0), Number(3, 0), Number(4, 1));
        return 0;
    case "udp-sender":
        UdpSender.Run(Number(1, 0), Number(2, 0), Number(3, 0));
        return 0;
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}
