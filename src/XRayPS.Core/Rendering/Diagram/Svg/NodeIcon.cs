namespace XRayPS.Core.Rendering.Diagram.Svg;

/// <summary>Small drawings for kinds of services, strokes in a square of 20.</summary>
internal static class NodeIcon
{
    private const string Client = "M10 3.5a3.2 3.2 0 1 1 0 6.4a3.2 3.2 0 0 1 0-6.4M3.8 16.8c.6-3.3 3-5 6.2-5s5.6 1.7 6.2 5";
    private const string Function = "M5.5 4h1.9c.8 0 1.3.4 1.6 1.2L13.4 15.2c.3.6.7.9 1.3.8M9.8 8.8L5.8 16";
    private const string Database = "M4 5.5c0-1.4 2.7-2.5 6-2.5s6 1.1 6 2.5s-2.7 2.5-6 2.5s-6-1.1-6-2.5v9c0 1.4 2.7 2.5 6 2.5s6-1.1 6-2.5v-9M4 10c0 1.4 2.7 2.5 6 2.5s6-1.1 6-2.5";
    private const string Queue = "M3 6h14v8h-14zM3 6.4l7 4.6l7-4.6";
    private const string Storage = "M3.5 5.5h13l-1.6 10.4c-.1.7-.6 1.1-1.3 1.1h-7.2c-.7 0-1.2-.4-1.3-1.1zM4.2 10h11.6";
    private const string Remote = "M10 3a7 7 0 1 1 0 14a7 7 0 0 1 0-14M3 10h14M10 3c2.4 2 3.5 4.3 3.5 7s-1.1 5-3.5 7c-2.4-2-3.5-4.3-3.5-7s1.1-5 3.5-7";
    private const string Gateway = "M3 7h12.5M12 3.5l3.5 3.5l-3.5 3.5M17 13.5h-12.5M8 10l-3.5 3.5l3.5 3.5";
    private const string Service = "M10 2.8l6.3 3.6v7.2l-6.3 3.6l-6.3-3.6v-7.2zM3.7 6.4l6.3 3.6l6.3-3.6M10 10v7.2";

    // What the name of a kind has in it, the first that fits.
    private static readonly (string Part, string Path)[] s_kinds =
    [
        ("Lambda", Function),
        ("DynamoDB", Database), ("RDS", Database), ("Database", Database), ("ElastiCache", Database), ("Redshift", Database),
        ("SQL", Database), ("DAX", Database),
        ("SQS", Queue), ("SNS", Queue), ("Kinesis", Queue), ("Events", Queue), ("Firehose", Queue), ("SES", Queue),
        ("S3", Storage), ("EFS", Storage),
        ("ApiGateway", Gateway), ("ElasticLoadBalancing", Gateway), ("AppSync", Gateway), ("CloudFront", Gateway),
    ];

    /// <summary>The path of a node's drawing.</summary>
    /// <param name="node">The node.</param>
    internal static string Of(DiagramNode node)
    {
        if (node.IsClient)
        {
            return Client;
        }

        if (node.Kind == Graph.NodeIdentity.Remote)
        {
            return Remote;
        }

        foreach ((string part, string path) in s_kinds)
        {
            if (node.Kind.Contains(part, StringComparison.Ordinal))
            {
                return path;
            }
        }

        return Service;
    }
}
