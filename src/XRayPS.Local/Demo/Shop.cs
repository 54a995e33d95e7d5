using System.Globalization;

namespace XRayPS.Local.Demo;

/// <summary>
/// Requests to a small web shop: its front end and the pages that it serves itself. <see cref="Checkout"/> has the services
/// behind an order.
/// </summary>
internal static class Shop
{
    private static readonly string[] s_agents =
    [
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Firefox/142.0",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Mobile/15E148",
        "Mozilla/5.0 (X11; Linux x86_64) Chrome/141.0",
        "shop-app/4.2 (Android 15)",
    ];

    private static readonly string[] s_users = ["alice", "bob", "chandra", "dmitri", "elena", "farid", "grace", "hiro", "ines"];

    /// <summary>One request, of a kind that chance decides.</summary>
    /// <param name="random">The source of chance.</param>
    /// <param name="start">When it arrives, in epoch seconds.</param>
    /// <param name="cardsFail">Whether the outside card service has its bad minutes.</param>
    internal static TraceBuilder Request(Random random, double start, bool cardsFail)
    {
        TraceBuilder trace = new(random, start);

        // Who could not pay tries again, and again.
        int kind = random.Next(100);
        switch (cardsFail ? 78 + kind * 22 / 100 : kind)
        {
            case < 30:
                Products(trace);
                break;
            case < 50:
                Product(trace);
                break;
            case < 62:
                Search(trace);
                break;
            case < 74:
                Cart(trace);
                break;
            case < 78:
                Mail.Send(trace);
                break;
            default:
                Checkout.Order(trace, Front(trace, "POST", "/api/orders", signedIn: true), cardsFail);
                break;
        }

        return trace;
    }

    /// <summary>The front end's segment for a request; 200 until something else is said.</summary>
    private static SegmentDocument Front(TraceBuilder trace, string method, string path, bool signedIn)
    {
        SegmentDocument front = trace.Segment("www.shop.example", "AWS::EC2::Instance", null, trace.Start);
        string zone = trace.OneOf("eu-west-1a", "eu-west-1b");
        front.Http = new SegmentHttp
        {
            Method = method,
            Url = "https://www.shop.example" + path,
            UserAgent = trace.OneOf<string>(s_agents),
            ClientIp = string.Create(CultureInfo.InvariantCulture, $"203.0.113.{trace.Number(1, 250)}"),
            XForwardedFor = true,
            Status = 200,
        };
        front.Aws = new RecordMap<object?>
        {
            ["ec2"] = new RecordMap<object?>
            {
                ["instance_id"] = zone == "eu-west-1a" ? "i-0a1b2c3d4e5f60718" : "i-0f1e2d3c4b5a69788",
                ["availability_zone"] = zone,
            },
            ["xray"] = new RecordMap<object?> { ["sdk"] = "X-Ray for Node.js", ["sdk_version"] = "3.10.3" },
        };
        front.Service = new RecordMap<object?> { ["version"] = "2026.11.2", ["runtime"] = "nodejs" };
        front.Annotations = new RecordMap<object> { ["country"] = trace.OneOf("DE", "FR", "IN", "JP", "US") };
        if (signedIn || trace.Chance(0.4))
        {
            front.User = trace.OneOf<string>(s_users);
            front.Annotations["premium"] = front.User.Length % 2 == 0;
        }

        return front;
    }

    private static void Products(TraceBuilder trace)
    {
        int page = trace.Number(1, 9);
        SegmentDocument front = Front(trace, "GET", string.Create(CultureInfo.InvariantCulture, $"/products?page={page}"), signedIn: false);
        double seconds = trace.About(0.02);
        trace.Aws(front, "DynamoDB", "Query", "table_name", "shop-products", trace.Start + 0.003, seconds);
        Render(trace, front, trace.Start + 0.004 + seconds);
    }

    private static void Product(TraceBuilder trace)
    {
        int number = trace.Number(100, 140);
        SegmentDocument front = Front(trace, "GET", string.Create(CultureInfo.InvariantCulture, $"/products/{number}"), signedIn: false);
        front.Annotations!["product"] = (long)number;
        double seconds = trace.About(0.008);
        trace.Aws(front, "DynamoDB", "GetItem", "table_name", "shop-products", trace.Start + 0.002, seconds);
        Render(trace, front, trace.Start + 0.003 + seconds);
        if (trace.Chance(0.12))
        {
            TraceBuilder.Fail(front, 404);
            trace.Throw(front, "ProductNotFound", $"There is no product {number}.", "src/pages/product.js", "showProduct");
        }
    }

    private static void Search(TraceBuilder trace)
    {
        string words = trace.OneOf("kettle", "desk+lamp", "wool+socks", "bicycle+bell");
        SegmentDocument front = Front(trace, "GET", "/search?q=" + words, signedIn: false);
        front.Annotations!["query"] = words.Replace('+', ' ');

        // Some words match half the shop: ranking is what makes these searches slow.
        double rank = words == "wool+socks" ? trace.About(1.6) : trace.About(0.06);
        double fetch = trace.About(0.03);
        trace.Aws(front, "DynamoDB", "BatchGetItem", "table_name", "shop-products", trace.Start + 0.004, fetch);
        SegmentDocument ranking = trace.Subsegment(front, "rank results", null, trace.Start + 0.005 + fetch, rank);
        ranking.Metadata = new RecordMap<object?> { ["search"] = new RecordMap<object?> { ["candidates"] = (long)(rank * 20_000) } };
        Render(trace, front, trace.Start + 0.006 + fetch + rank);
    }

    private static void Cart(TraceBuilder trace)
    {
        SegmentDocument front = Front(trace, "POST", "/api/cart", signedIn: true);
        front.Annotations!["product"] = (long)trace.Number(100, 140);
        if (trace.Chance(0.08))
        {
            // The front end's own limit for a client in a hurry.
            front.EndSeconds = TraceBuilder.Micro(trace.Start + trace.About(0.002));
            TraceBuilder.Fail(front, 429);
            return;
        }

        double seconds = trace.About(0.012);
        SegmentDocument put = trace.Aws(front, "DynamoDB", "PutItem", "table_name", "shop-carts", trace.Start + 0.003, seconds);
        front.EndSeconds = TraceBuilder.Micro(trace.Start + seconds + 0.006);
        front.Http!.Status = 201;
        if (trace.Chance(0.1))
        {
            TraceBuilder.Fail(put, 400);
            put.Throttle = true;
            trace.Throw(put, "ProvisionedThroughputExceededException", "The level of configured provisioned throughput for the table was exceeded.", "src/cart.js", "saveCart", remote: true);
            TraceBuilder.Fail(front, 503);
        }
    }

    private static void Render(TraceBuilder trace, SegmentDocument front, double start)
    {
        double seconds = trace.About(0.007);
        trace.Subsegment(front, "render page", null, start, seconds);
        front.EndSeconds = TraceBuilder.Micro(start + seconds + 0.001);
        front.Http!.ContentLength = trace.Number(4_000, 40_000);
    }
}
