using XRayPS.Core.Model;
using XRayPS.Core.Ports;
using XRayPS.Core.Wire;

namespace XRayPS.Module.Tests.Formatting;

/// <summary>Records to print. Times are local, so that the printed text is the same in every zone.</summary>
internal static class ViewSamples
{
    public const string TraceId = "1-6554a1f2-8a3c5d7e9f1b2c3d4e5f6071";

    internal static readonly DateTimeOffset Noon = new(new DateTime(2025, 11, 21, 12, 0, 0, DateTimeKind.Local));

    private static readonly double NoonSeconds = Epoch.ToSeconds(Noon);

    private static readonly Dictionary<string, Func<object[]>> Own = new()
    {
        ["TraceSummary"] = () => [.. Summaries()],
        ["Trace"] = () => [ShopTrace()],
        ["TraceOdd"] = () => [OddTrace(), new Trace { Id = TraceId }],
        ["SegmentDocument"] = () => [ShopTrace().Segments[1].Parsed!],
        ["Segment"] = () => [.. ShopTrace().Segments],
        ["Service"] = () => [.. Nodes(null), .. Nodes(TraceId).Take(2)],
        ["Edge"] = () => [.. Nodes(null).SelectMany(node => node.Edges)],
        ["GetTraceSummariesPage"] = () =>
        [
            new GetTraceSummariesResponse { TraceSummaries = new(Summaries()), TracesProcessedCount = 120, ApproximateTime = Noon, NextToken = new string('t', 200) },
            new GetTraceSummariesResponse { TracesProcessedCount = 7, ApproximateTime = Noon },
        ],
        ["BatchGetTracesPage"] = () => [new BatchGetTracesResponse { Traces = [ShopTrace()], UnprocessedTraceIds = [TraceId] }],
        ["GetTraceGraphPage"] = () => [new GetTraceGraphResponse { Services = new(Nodes(TraceId)) }],
        ["GetServiceGraphPage"] = () => [new GetServiceGraphResponse { Services = new(Nodes(null)), StartTime = Noon, EndTime = Noon.AddMinutes(5), ContainsOldGroupVersions = false }],
        ["Connection"] = () =>
        [
            new Connection
            {
                Endpoint = new Uri("http://127.0.0.1:2000/"),
                Source = "Start-XRayLocalService",
                RegionSource = "none needed",
                CredentialSource = "none: requests to loopback are not signed",
                IsLocalService = true,
            },
            new Connection
            {
                Endpoint = new Uri("https://xray.eu-west-1.amazonaws.com/"),
                Region = "eu-west-1",
                ProfileName = "prod",
                Source = "Connect-XRay",
                RegionSource = "profile prod",
                CredentialSource = "profile prod",
                AccessKeyId = "…MPLE",
            },
        ],
        ["OperationInfo"] = () => [new OperationInfo(Operations.PutTelemetryRecords), new OperationInfo(Operations.PutEncryptionConfig)],
        ["LocalService"] = () => [new LocalService(new StandingService(Noon, null)), new LocalService(new StandingService(Noon, "/srv/traces.db"))],
        ["EncryptionConfig"] = () =>
        [
            new EncryptionConfig { Type = "NONE", Status = "ACTIVE" },
            new EncryptionConfig { Type = "KMS", Status = "UPDATING", KeyId = "arn:aws:kms:eu-west-1:123456789012:key/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9" },
        ],
        ["Group"] = ConfigurationSamples.Groups,
        ["GetGroupsPage"] = () => [new GetGroupsResponse { Groups = [new Group(), new Group()], NextToken = "next" }],
        ["ListTagsForResourcePage"] = () => [new ListTagsForResourceResponse { Tags = [new Tag()] }],
        ["ListResourcePoliciesPage"] = () => [new ListResourcePoliciesResponse { NextToken = "next" }],
        ["GetIndexingRulesPage"] = () => [new GetIndexingRulesResponse { IndexingRules = [new IndexingRule()] }],
        ["Tag"] = ConfigurationSamples.Tags,
        ["ResourcePolicy"] = ConfigurationSamples.Policies,
        ["IndexingRule"] = ConfigurationSamples.IndexingRules,
        ["TraceSegmentDestination"] = ConfigurationSamples.Destinations,
        ["SegmentFinding"] = () =>
        [
            new SegmentFinding(FindingSeverity.Error, "MissingEndTime", "$.end_time", "Invalid segment. ErrorCode: MissingEndTime", "Give the end as a number of epoch seconds, or in_progress: true.", "70de5b6f19ff9a0a"),
            new SegmentFinding(FindingSeverity.Warning, "AnnotationNotIndexed", "$.subsegments[0].annotations.a\u001b[2J", "Only strings, numbers and booleans are indexed.", "Annotate with one value, or use metadata.", null),
        ],
        ["UnprocessedTraceSegment"] = () =>
        [
            new UnprocessedTraceSegment { Id = "70de5b6f19ff9a0a", ErrorCode = "MissingId", Message = "missing id\u001b[2J" },
            new UnprocessedTraceSegment { ErrorCode = "ParseError", Message = "Invalid segment. ErrorCode: ParseError" },
        ],
        ["TelemetryRecord"] = () =>
        [
            new TelemetryRecord
            {
                Timestamp = Noon,
                SegmentsReceivedCount = 1200,
                SegmentsSentCount = 1190,
                SegmentsSpilloverCount = 7,
                SegmentsRejectedCount = 3,
                BackendConnectionErrors = new BackendConnectionErrors { TimeoutCount = 1, OtherCount = 1 },
            },
        ],
    };

    public static IReadOnlyDictionary<string, Func<object[]>> All { get; } =
        Own.Concat(ViewSamplesOfAnalysis.All).Concat(ViewSamplesOfSampling.All).Concat(ViewSamplesOfInsights.All).ToDictionary();

    public static IEnumerable<TraceSummary> Summaries()
    {
        yield return Summary(0, 1.234, "GET", "https://shop.example.com/", 200);
        TraceSummary fault = Summary(-61, 0.0457, "POST", "https://shop.example.com/api/v2/customers/40817/orders?expand=items,payment&currency=EUR", 502);
        fault.HasFault = true;
        fault.Annotations = new() { ["kind"] = [new ValueWithServiceIds { AnnotationValue = new AnnotationValue { StringValue = "order" } }] };
        fault.Users = [new TraceUser { UserName = "anna" }];
        yield return fault;
        TraceSummary error = Summary(-3600, 125, "DELETE", "http://127.0.0.1:8080/basket/\u001b[31mred", 404);
        error.HasError = true;
        yield return error;
        TraceSummary throttle = Summary(-3725, 0.00042, "GET", "https://shop.example.com/検索/結果", 429);
        throttle.HasThrottle = true;
        yield return throttle;
        yield return new TraceSummary { Id = TraceId, StartTime = Noon, IsPartial = true };
    }

    public static Trace ShopTrace()
    {
        SegmentDocument front = Document("shop.example.com", "1000000000000001", 0, 1.234);
        front.Origin = "AWS::ECS::Container";
        front.Http = new SegmentHttp { Method = "POST", Url = "https://shop.example.com/checkout", Status = 502 };
        front.Fault = true;
        SegmentDocument call = Document("orders", "1000000000000002", 0.0121, 1.2);
        call.Namespace = "remote";
        call.Http = new SegmentHttp { Method = "POST", Url = "http://orders.internal/orders", Status = 500 };
        front.Subsegments = [Document("read basket", "1000000000000003", 0.002, 0.0112), call];

        SegmentDocument orders = Document("orders", "2000000000000001", 0.02, 1.19);
        orders.ParentId = call.Id;
        orders.Origin = "AWS::EC2::Instance";
        orders.Http = new SegmentHttp { Method = "POST", Url = "http://orders.internal/orders", Status = 500 };
        SegmentDocument put = Document("DynamoDB", "2000000000000002", 0.03, 0.05);
        put.Namespace = "aws";
        put.Aws = new() { ["operation"] = "PutItem", ["table_name"] = "shop-orders" };
        put.Http = new SegmentHttp { Status = 200 };
        SegmentDocument pay = Document("payments.example.net", "2000000000000003", 0.06, 1.18);
        pay.Namespace = "remote";
        pay.Http = new SegmentHttp { Method = "POST", Url = "https://payments.example.net/v1/charges", Status = 503 };
        pay.Cause = new SegmentCause { Exceptions = [new SegmentException { Type = "System.TimeoutException", Message = "The payment gateway did not answer within 1 s." }] };
        SegmentDocument query = Document("orders@db", "2000000000000004", 0.051, 0.0585);
        query.Sql = new SegmentSql { SanitizedQuery = "UPDATE orders SET state = ? WHERE id = ?" };
        orders.Subsegments = [put, query, pay];

        SegmentDocument table = Document("DynamoDB", "3000000000000001", 0.03, 0.05);
        table.ParentId = put.Id;
        table.Inferred = true;
        table.Origin = "AWS::DynamoDB::Table";
        return Trace(1.234, front, orders, table);
    }

    public static Trace OddTrace()
    {
        SegmentDocument running = Document("worker \u001b[2J", "1000000000000001", 0, null);
        running.InProgress = true;
        SegmentDocument deep = running;
        for (int level = 0; level < 22; level++)
        {
            SegmentDocument inner = Document($"level {level}", $"10000000000001{level:00}", 0.1 * level, 3);
            deep.Subsegments = [inner];
            deep = inner;
        }

        SegmentDocument orphan = Document("検索サービス", "4000000000000001", 0.5, 0.75);
        orphan.ParentId = "ffffffffffffffff";
        orphan.Throttle = true;
        SegmentDocument left = Document("left", "5000000000000001", 1, 2);
        left.ParentId = "5000000000000002";
        SegmentDocument right = Document("right", "5000000000000002", 1.5, 2);
        right.ParentId = left.Id;
        Trace trace = Trace(null, running, orphan, left, right);
        trace.LimitExceeded = true;
        trace.Segments.Add(new Segment { Id = "6000000000000001", Document = "{" });
        return trace;
    }

    public static IEnumerable<Service> Nodes(string? traceId)
    {
        Service client = Node(traceId, "shop.example.com", "client", null);
        client.Edges = [Edge(client, "shop.example.com", "AWS::ECS::Container", 300, 6, 2, 4, 73.2)];
        Service shop = Node(traceId, "shop.example.com", "AWS::ECS::Container", Statistics(300, 6, 2, 4, 73.2));
        shop.Root = true;
        shop.Edges =
        [
            Edge(shop, "orders", "AWS::EC2::Instance", 120, 0, 0, 4, 60.5),
            Edge(shop, "https://sqs.eu-west-1.amazonaws.com/123456789012/shop-mails-to-send", "AWS::SQS::Queue", 80, 0, 1, 0, 0.9),
        ];
        Service idle = Node(traceId, "reports", null, Statistics(0, 0, 0, 0, 0));
        return [client, shop, idle];
    }

    private static TraceSummary Summary(double offset, double duration, string method, string url, int status) => new()
    {
        Id = TraceId,
        StartTime = Noon.AddSeconds(offset),
        Duration = duration,
        ResponseTime = duration / 2,
        Revision = 1,
        Http = new Http { HttpMethod = method, HttpURL = url, HttpStatus = status },
        EntryPoint = new ServiceId { Name = "shop.example.com", Type = "AWS::ECS::Container" },
    };

    private static SegmentDocument Document(string name, string id, double start, double? end) => new()
    {
        Name = name,
        Id = id,
        StartSeconds = NoonSeconds + start,
        EndSeconds = NoonSeconds + end,
    };

    private static Trace Trace(double? duration, params SegmentDocument[] documents) => new()
    {
        Id = TraceId,
        Duration = duration,
        Segments = new(documents.Select(document => new Segment { Id = document.Id, Document = "{}", Parsed = document })),
    };

    private static Service Node(string? traceId, string name, string? type, ServiceStatistics? statistics) => new()
    {
        Name = name,
        Type = type,
        State = "active",
        SummaryStatistics = statistics,
        TraceId = traceId,
        WindowStart = traceId is null ? Noon.AddHours(-1) : null,
        WindowEnd = traceId is null ? Noon : null,
    };

    private static Edge Edge(Service source, string target, string type, long total, long error, long throttle, long fault, double seconds) => new()
    {
        SourceName = source.Name,
        SourceType = source.Type,
        TargetName = target,
        TargetType = type,
        SummaryStatistics = new EdgeStatistics
        {
            TotalCount = total,
            OkCount = total - error - throttle - fault,
            ErrorStatistics = new ErrorStatistics { OtherCount = error, ThrottleCount = throttle, TotalCount = error + throttle },
            FaultStatistics = new FaultStatistics { OtherCount = fault, TotalCount = fault },
            TotalResponseTime = seconds,
        },
    };

    private static ServiceStatistics Statistics(long total, long error, long throttle, long fault, double seconds) => new()
    {
        TotalCount = total,
        OkCount = total - error - throttle - fault,
        ErrorStatistics = new ErrorStatistics { OtherCount = error, ThrottleCount = throttle, TotalCount = error + throttle },
        FaultStatistics = new FaultStatistics { OtherCount = fault, TotalCount = fault },
        TotalResponseTime = seconds,
    };

    private sealed class StandingService(DateTimeOffset startedAt, string? path) : ILocalService
    {
        public Uri Endpoint { get; } = new(path is null ? "http://127.0.0.1:2000/" : "http://127.0.0.1:43210/");

        public string DaemonAddress => path is null ? "127.0.0.1:2000" : "tcp:127.0.0.1:43210 udp:127.0.0.1:43211";

        public string? Path => path;

        public double? RequestLimit => path is null ? null : 20;

        public DateTimeOffset StartedAt => startedAt;

        public LocalServiceCounters ReadCounters() => new(312, 1047, 1530, path is null ? 0 : 3, 0);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
