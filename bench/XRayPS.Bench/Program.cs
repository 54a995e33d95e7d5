using XRayPS.Bench;

int count = args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 1_000_000;
switch (args.FirstOrDefault())
{
    case "filter":
        FilterEvaluation.Run(count);
        return 0;
    case "scan":
        await FilterScan.RunAsync(count);
        return 0;
    default:
        Console.Error.WriteLine("filter [summaries]: filters over summaries in memory\nscan [traces]: a filter over stored traces through the local service's API");
        return 2;
}
