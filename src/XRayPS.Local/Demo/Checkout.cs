using System.Globalization;

namespace XRayPS.Local.Demo;

/// <summary>An order: front end, orders, payment, the outside card service, the database, a queue and a receipt.</summary>
internal static class Checkout
{
    internal static void Order(TraceBuilder trace, SegmentDocument front, bool cardsFail)
    {
        double total = Math.Round(5 + (trace.Number(1, 40_000) / 100.0), 2);
        front.Annotations!["cart_total"] = total;
        SegmentDocument call = trace.Subsegment(front, "orders.shop.internal", "remote", trace.Start + 0.006);
        call.Http = new SegmentHttp { Method = "POST", Url = "http://orders.shop.internal/orders", Traced = true };

        SegmentDocument orders = trace.Segment("orders", "AWS::ECS::Container", call.Id, trace.Start + 0.008);
        orders.Http = new SegmentHttp { Method = "POST", Url = "http://orders.shop.internal/orders", ClientIp = "10.0.1.17", Status = 201 };
        orders.Aws = new RecordMap<object?> { ["ecs"] = new RecordMap<object?> { ["container"] = "orders-7f9c" } };
        orders.Annotations = new RecordMap<object> { ["cart_total"] = total, ["order"] = (long)trace.Number(10_000, 99_999) };

        double at = Insert(trace, orders, trace.Start + 0.011);
        (int paid, at) = Pay(trace, orders, total, at, cardsFail);
        if (paid == 200)
        {
            double queue = trace.About(0.009);
            trace.Aws(orders, "SQS", "SendMessage", "queue_url", "https://sqs.eu-west-1.amazonaws.com/000000000000/shop-mail", at, queue);
            at = Mail.Receipt(trace, orders, at + queue + 0.001);
        }

        Finish(trace, front, call, orders, paid, at);
    }

    private static double Insert(TraceBuilder trace, SegmentDocument orders, double at)
    {
        bool slow = trace.Chance(0.06);
        double seconds = slow ? trace.About(2.2) : trace.About(0.015);
        SegmentDocument insert = trace.Subsegment(orders, "shop@orders-db.shop.internal", "remote", at, seconds);
        insert.Sql = new SegmentSql
        {
            Url = "jdbc:postgresql://orders-db.shop.internal:5432/shop",
            DatabaseType = "PostgreSQL",
            DatabaseVersion = "17.2",
            User = "orders",
            Preparation = "statement",
            SanitizedQuery = "INSERT INTO orders (customer, total, created) VALUES (?, ?, ?) RETURNING id",
        };
        insert.Metadata = new RecordMap<object?> { ["db"] = new RecordMap<object?> { ["waited_for_lock"] = slow } };
        return at + seconds + 0.001;
    }

    /// <summary>The payment service's answer and when it came.</summary>
    private static (int Status, double At) Pay(TraceBuilder trace, SegmentDocument orders, double total, double at, bool cardsFail)
    {
        SegmentDocument call = trace.Subsegment(orders, "payment.shop.internal", "remote", at);
        SegmentDocument payment = trace.Segment("payment", "AWS::ECS::Fargate", call.Id, at + 0.002);
        payment.Http = new SegmentHttp { Method = "POST", Url = "http://payment.shop.internal/charge", ClientIp = "10.0.2.4", Status = 200 };
        payment.Annotations = new RecordMap<object> { ["provider"] = "cards.example", ["cart_total"] = total };

        bool broken = cardsFail && trace.Chance(0.9);
        bool declined = !broken && trace.Chance(0.08);
        double seconds = broken ? trace.About(3) : trace.About(0.18);
        SegmentDocument charge = trace.Subsegment(payment, "api.cards.example", "remote", at + 0.004, seconds);
        charge.Http = new SegmentHttp { Method = "POST", Url = "https://api.cards.example/v2/charges", Status = 200 };
        int status = broken ? 502 : declined ? 402 : 200;
        if (broken)
        {
            TraceBuilder.Fail(charge, 503);
            trace.Throw(charge, "CardServiceUnavailable", "api.cards.example answered 503 after 3 attempts.", "src/cards.js", "charge", remote: true);
        }
        else if (declined)
        {
            TraceBuilder.Fail(charge, 402);
            trace.Throw(charge, "CardDeclined", "The card was declined: insufficient funds.", "src/cards.js", "charge", remote: true);
        }

        payment.EndSeconds = TraceBuilder.Micro(at + seconds + 0.008);
        call.EndSeconds = TraceBuilder.Micro(at + seconds + 0.010);
        call.Http = new SegmentHttp { Method = "POST", Url = "http://payment.shop.internal/charge", Traced = true, Status = status };
        if (status != 200)
        {
            TraceBuilder.Fail(payment, status);
            TraceBuilder.Fail(call, status);
        }

        return (status, at + seconds + 0.011);
    }

    private static void Finish(
        TraceBuilder trace, SegmentDocument front, SegmentDocument call, SegmentDocument orders, int paid, double at)
    {
        orders.EndSeconds = TraceBuilder.Micro(at + 0.002);
        call.EndSeconds = TraceBuilder.Micro(at + 0.004);
        front.EndSeconds = TraceBuilder.Micro(at + 0.007);
        call.Http!.Status = 201;
        front.Http!.Status = 201;
        if (paid == 200)
        {
            return;
        }

        int status = paid >= 500 ? 500 : paid;
        foreach (SegmentDocument document in new[] { orders, call, front })
        {
            TraceBuilder.Fail(document, status);
        }

        if (paid >= 500)
        {
            string order = orders.Annotations!["order"] is long number ? number.ToString(CultureInfo.InvariantCulture) : "";
            trace.Throw(orders, "PaymentFailed", $"Order {order} was not paid: payment answered {paid}.", "src/orders.js", "placeOrder", remote: true);
        }
    }
}
