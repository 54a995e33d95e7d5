using System.Diagnostics;
using XRayPS.Core.Model;
using XRayPS.Core.Rendering;
using XRayPS.Tests.Support;

namespace XRayPS.Tests.Rendering;

/// <summary>
/// Waterfalls against tests/Cases/renderings. To accept a change, run with XRAYPS_WRITE_CASES=1 and read the difference.
/// </summary>
public sealed class WaterfallTests
{
    // The heading has local time, which is to be the same in every zone.
    private static readonly double Start = Epoch.ToSeconds(new DateTimeOffset(new DateTime(2025, 11, 21, 12, 0, 0, DateTimeKind.Local)));

    public static TheoryData<string, int, bool, bool, bool> Drawings => new()
    {
        { "waterfall.80.txt", 80, false, true, false },
        { "waterfall.160.txt", 160, false, true, false },
        { "waterfall.80.ansi.txt", 80, false, false, false },
        { "waterfall.160.ansi.txt", 160, false, false, false },
        { "waterfall.80.ascii.txt", 80, true, true, false },
        { "waterfall.160.ascii.txt", 160, true, true, false },
        { "waterfall-detailed.80.txt", 80, false, true, true },
        { "waterfall-detailed.160.txt", 160, false, true, true },
    };

    [Theory]
    [MemberData(nameof(Drawings))]
    public void A_drawing_is_the_kept_one(string name, int width, bool ascii, bool plain, bool detailed)
    {
        string[] lines = [.. WaterfallText
            .Render(Sample(), new WaterfallOptions { Width = width, Ascii = ascii, Detailed = detailed })
            .Select(line => plain ? Style.Strip(line) : line)];

        Assert.All(lines, line => Assert.True(CellText.Measure(Style.Strip(line)) <= width, line));
        Assert.True(!ascii || lines.All(line => line.All(char.IsAscii)));
        string file = CaseFolder.File("renderings", name);
        string text = string.Join('\n', lines) + "\n";
        if (Environment.GetEnvironmentVariable("XRAYPS_WRITE_CASES") is "1")
        {
            File.WriteAllText(file, text);
        }

        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), text);
    }

    [Fact]
    public void Nothing_depends_on_colour()
    {
        WaterfallOptions options = new() { Width = 80 };
        string text = string.Join('\n', WaterfallText.Render(Sample(), options).Select(Style.Strip));

        Assert.Contains("▸▒ in progress", text, StringComparison.Ordinal);
        Assert.Contains("● critical path", text, StringComparison.Ordinal);
        Assert.Contains("✖ fault", text, StringComparison.Ordinal);
        Assert.Contains("inferred", text, StringComparison.Ordinal);
        Assert.Contains("(its caller is not here)", text, StringComparison.Ordinal);
        Assert.Contains("(clock is off)", text, StringComparison.Ordinal);
        Assert.Contains("× 240", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Five_thousand_segments_take_less_than_a_second()
    {
        List<SegmentDocument> segments = [];
        for (int i = 0; i < 5000; i++)
        {
            SegmentDocument one = Entry($"service {i % 40}", $"{i:x16}", i * 0.001, (i * 0.001) + 0.5);
            one.ParentId = i == 0 ? null : $"{(i - 1) / 3:x16}";
            one.Http = new SegmentHttp { Method = "GET", Url = $"http://service/{i}", Status = i % 9 == 0 ? 500 : 200 };
            segments.Add(one);
        }

        Trace trace = TraceOf([.. segments]);
        WaterfallOptions options = new() { Width = 160, Fold = false };
        _ = WaterfallText.Render(trace, options).Count();
        Stopwatch watch = Stopwatch.StartNew();
        int lines = WaterfallText.Render(trace, options).Count();

        Assert.Equal(5004, lines);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"{watch.Elapsed}");
    }

    [Fact]
    public void Equal_siblings_fold_on_demand_only()
    {
        Assert.Contains(WaterfallText.Render(Sample(), new WaterfallOptions { Width = 120 }), line => line.Contains("× 240", StringComparison.Ordinal));
        string[] unfolded = [.. WaterfallText.Render(Sample(), new WaterfallOptions { Width = 120, Fold = false })];
        Assert.Equal(240, unfolded.Count(line => line.Contains("prices", StringComparison.Ordinal)));
    }

    private static Trace Sample()
    {
        SegmentDocument front = Entry("www.shop.example", "1000000000000001", 0, 2.4);
        front.Origin = "AWS::EC2::Instance";
        front.Http = new SegmentHttp { Method = "POST", Url = "https://www.shop.example/api/orders?currency=EUR", Status = 500 };
        front.Fault = true;
        front.User = "anna";
        front.Annotations = new RecordMap<object> { ["cart_total"] = 41.5, ["premium"] = true };
        SegmentDocument call = Call("orders", "1000000000000002", 0.02, 1.9, "POST", "http://orders.internal/orders", 500);
        front.Subsegments = [Entry("read basket", "1000000000000003", 0.002, 0.018), call];
        for (int i = 0; i < 240; i++)
        {
            front.Subsegments.Add(Call("prices", $"9{i:x15}", 1.9 + (i * 0.002), 1.9015 + (i * 0.002), "GET", $"http://prices/{i}", 200));
        }

        SegmentDocument orders = Entry("orders", "2000000000000001", 0.025, 1.89);
        orders.ParentId = call.Id;
        orders.Origin = "AWS::ECS::Container";
        orders.Fault = true;
        SegmentDocument put = Call("DynamoDB", "2000000000000002", 0.03, 0.09, null, null, 400);
        put.Namespace = "aws";
        put.Throttle = true;
        put.Aws = new() { ["operation"] = "PutItem", ["table_name"] = "shop-orders" };
        SegmentDocument query = Entry("orders@db", "2000000000000003", 0.1, 0.4);
        query.Namespace = "remote";
        query.Sql = new SegmentSql { SanitizedQuery = "UPDATE orders SET state = ? WHERE id = ?", DatabaseType = "PostgreSQL", DatabaseVersion = "17.2" };
        SegmentDocument pay = Call("payments", "2000000000000004", 0.42, 1.88, "POST", "https://payments.example.net/v1/charges", 404);
        pay.Error = true;
        pay.Cause = new SegmentCause
        {
            Exceptions =
            [
                new SegmentException
                {
                    Type = "TimeoutException",
                    Message = "The gateway did not answer.",
                    Stack = [new SegmentStackFrame { Path = "src/pay.js", Line = 40, Label = "charge" }],
                },
            ],
        };
        orders.Subsegments = [put, query, pay];

        SegmentDocument table = Entry("DynamoDB", "3000000000000001", 0.03, 0.09);
        table.ParentId = put.Id;
        table.Inferred = true;
        table.Origin = "AWS::DynamoDB::Table";
        SegmentDocument skewed = Entry("payments", "4000000000000001", 0.1, 1.2);
        skewed.ParentId = pay.Id;
        SegmentDocument running = Entry("mailer", "5000000000000001", 1.2, null);
        running.ParentId = orders.Id;
        running.InProgress = true;
        SegmentDocument orphan = Entry("audit", "6000000000000001", 1.5, 1.6);
        orphan.ParentId = "ffffffffffffffff";
        return TraceOf(front, orders, table, skewed, running, orphan);
    }

    private static Trace TraceOf(params SegmentDocument[] documents) => new()
    {
        Id = TraceBuilder.TraceId,
        Duration = 2.4,
        Segments = new(documents.Select(document => new Segment { Id = document.Id, Parsed = document })),
    };

    private static SegmentDocument Call(string name, string id, double start, double end, string? method, string? url, int status)
    {
        SegmentDocument call = Entry(name, id, start, end);
        call.Namespace = "remote";
        call.Http = new SegmentHttp { Method = method, Url = url, Status = status };
        call.Fault = status >= 500 ? true : null;
        return call;
    }

    private static SegmentDocument Entry(string name, string id, double start, double? end) => new()
    {
        Name = name,
        Id = id,
        StartSeconds = Start + start,
        EndSeconds = Start + end,
    };
}
