using XRayPS.Core.Rendering.Diagram;
using XRayPS.Tests.Support;

namespace XRayPS.Tests.Rendering.Diagram;

/// <summary>Graphs and traces to draw.</summary>
internal static class DiagramSamples
{
    private static readonly DateTimeOffset s_start = new(2026, 9, 17, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Every kind of node and edge: outcomes, a cycle, a loop, a link, two of one name, a part of its own.</summary>
    internal static DiagramGraph Shop() => DiagramGraph.Of(
    [
        Node(0, "www.example", "client", null, Edge(1, 1200, 0.05)),
        Node(1, "www.example", "AWS::EC2::Instance", (1100, 60, 10, 30), Edge(2, 400, 0.02), Edge(3, 300, 0.2, faults: 90)),
        Node(2, "products", "AWS::DynamoDB::Table", (380, 0, 20, 0)),
        Node(3, "orders", "AWS::ECS::Container", (210, 0, 0, 90), Edge(4, 210, 0.015), Edge(5, 200, 0.009), Edge(1, 3, 0.4), Edge(3, 7, 0.001)),
        Node(4, "orders@db.internal", "remote", (210, 0, 0, 0)),
        Node(5, "https://sqs.eu-west-1.amazonaws.com/000000000000/mail", "AWS::SQS::Queue", (200, 0, 0, 0), new Edge { ReferenceId = 6, EdgeType = "link" }),
        Node(6, "mail", "AWS::Lambda::Function", (90, 0, 110, 0)),
        Node(7, "nightly", null, (1, 0, 0, 0)),
    ]);

    /// <summary>Names that are markup, syntax or no text at all in one of the languages.</summary>
    internal static DiagramGraph Hostile()
    {
        List<Service> services = [.. HostileNames.Select((name, i) => Node(i, name, i % 2 == 0 ? name : "AWS::Lambda", (i + 1, 0, 0, 0)))];
        for (int i = 1; i < services.Count; i++)
        {
            services[(i - 1) / 2].Edges.Add(Edge(i, i, 0.01));
        }

        return DiagramGraph.Of(services);
    }

    internal static string[] HostileNames { get; } =
    [
        "</script><img src=x onerror=alert(1)>", "a\"]; b[\"c", "line\nbreak\r\n", "`**bold**`", "a;b#c#35;d&amp;e", "end",
        "style x:y#fff;", "classDef a:b#c;", "%%{init: {}}%%", "-->|x|", "\\N\\\"\\", "<b>&lt;</b>", "fa:fa-ban", "1. one", "",
        "\u0000\u0001\u001b[31m", "\ud800 half", "\ufffe none", "\u202egnirts", "検索 😀", "{{a}}((b))", "::: x", "- list", "subgraph", " ",
    ];

    /// <summary>An order: calls in calls, repeated ones, a failed one, one that goes on.</summary>
    internal static Trace Order() => TraceBuilder.Of(
        "{'id':'1','name':'shop','start_time':0,'end_time':0.9,'http':{'request':{'method':'POST','url':'https://shop.example/orders'},'response':{'status':502}},'subsegments':["
            + string.Join(',', Enumerable.Range(0, 6).Select(i => $"{{'id':'a{i}','name':'DynamoDB','namespace':'aws','start_time':0.0{i + 1},'end_time':0.0{i + 2},'aws':{{'operation':'GetItem','table_name':'products'}},'http':{{'response':{{'status':200}}}}}}"))
            + ",{'id':'b1','name':'pay','namespace':'remote','start_time':0.1,'end_time':0.8,'http':{'request':{'method':'POST','url':'http://pay/charge'},'response':{'status':502}}}"
            + ",{'id':'b2','name':'mail','namespace':'remote','start_time':0.85,'in_progress':true}]}",
        "{'id':'2','name':'pay','parent_id':'b1','origin':'AWS::ECS::Container','start_time':0.11,'end_time':0.79,'fault':true,'subsegments':["
            + "{'id':'c1','name':'db','namespace':'remote','start_time':0.2,'end_time':0.3,'sql':{'sanitized_query':'SELECT a; -- #1'}}]}",
        "{'id':'3','name':'mail','parent_id':'b2','start_time':0.86,'in_progress':true}").ToTrace();

    internal static Service Node(
        int id, string name, string? type, (int Ok, int Error, int Throttle, int Fault)? counts, params Edge[] edges) => new()
    {
        ReferenceId = id,
        Name = name,
        Type = type,
        WindowStart = s_start,
        WindowEnd = s_start.AddHours(1),
        Edges = new RecordList<Edge>(edges),
        SummaryStatistics = counts is { } c
            ? new ServiceStatistics
            {
                OkCount = c.Ok,
                ErrorStatistics = new ErrorStatistics { OtherCount = c.Error, ThrottleCount = c.Throttle, TotalCount = c.Error + c.Throttle },
                FaultStatistics = new FaultStatistics { OtherCount = c.Fault, TotalCount = c.Fault },
                TotalCount = c.Ok + c.Error + c.Throttle + c.Fault,
            }
            : null,
        ResponseTimeHistogram = counts is { } n ? [new HistogramEntry { Value = 0.012, Count = n.Ok }, new HistogramEntry { Value = 1.5, Count = n.Fault }] : null,
    };

    internal static Edge Edge(int target, int count, double seconds, int faults = 0) => new()
    {
        ReferenceId = target,
        SummaryStatistics = new EdgeStatistics
        {
            OkCount = count - faults,
            FaultStatistics = new FaultStatistics { OtherCount = faults, TotalCount = faults },
            TotalCount = count,
        },
        ResponseTimeHistogram = [new HistogramEntry { Value = seconds, Count = count }],
    };
}
