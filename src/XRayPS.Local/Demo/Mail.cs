namespace XRayPS.Local.Demo;

/// <summary>The functions: one writes receipts when an order is placed, one sends mail from a queue.</summary>
internal static class Mail
{
    private const string Functions = "arn:aws:lambda:eu-west-1:000000000000:function:";

    /// <summary>Invokes the receipt function. Answers when the caller goes on.</summary>
    internal static double Receipt(TraceBuilder trace, SegmentDocument caller, double at)
    {
        double seconds = trace.About(0.09);
        SegmentDocument invoke = trace.Aws(caller, "Lambda", "Invoke", "function_name", "shop-receipts", at, seconds + 0.012);
        SegmentDocument function = Function(trace, "shop-receipts", invoke.Id, at + 0.003, seconds);
        trace.Aws(function, "S3", "PutObject", "bucket_name", "shop-receipts", at + 0.02, seconds / 2);
        return at + seconds + 0.014;
    }

    /// <summary>The mail function takes a message from the queue: a trace of its own, without a web request.</summary>
    internal static void Send(TraceBuilder trace)
    {
        double seconds = trace.About(0.25);
        SegmentDocument function = Function(trace, "shop-mail", null, trace.Start, seconds);
        SegmentDocument send = trace.Aws(
            function, "SNS", "Publish", "topic_arn", "arn:aws:sns:eu-west-1:000000000000:shop-mail-out", trace.Start + 0.05, seconds / 2);
        function.Annotations = new RecordMap<object> { ["template"] = trace.OneOf("receipt", "welcome", "shipped") };
        if (trace.Chance(0.15))
        {
            TraceBuilder.Fail(send, 429);
            trace.Throw(send, "ThrottlingException", "Rate exceeded", "src/mail.py", "publish", remote: true);
            function.Fault = true;
        }
    }

    /// <summary>Lambda shows as two segments: the service, and the code that it runs.</summary>
    private static SegmentDocument Function(TraceBuilder trace, string name, string? parentId, double at, double seconds)
    {
        SegmentDocument service = trace.Segment(name, "AWS::Lambda", parentId, at);
        service.EndSeconds = TraceBuilder.Micro(at + seconds + 0.008);
        service.ResourceArn = Functions + name;
        service.Http = new SegmentHttp { Status = 200 };

        SegmentDocument code = trace.Segment(name, "AWS::Lambda::Function", service.Id, at + 0.004);
        code.EndSeconds = TraceBuilder.Micro(at + 0.006 + seconds);
        code.ResourceArn = Functions + name;
        if (trace.Chance(0.1))
        {
            trace.Subsegment(code, "Initialization", null, at - 0.12, 0.11);
        }

        return code;
    }
}
