namespace XRayPS.Core.Otlp;

/// <summary>What a span is in its trace.</summary>
internal static class SpanRoles
{
    /// <summary>Whether the span is a document below another one rather than the work of a service of its own.</summary>
    internal static bool IsSubsegment(OtlpSpan span) => span.Kind != OtlpSpanKind.Server && span.ParentSpanId is not null;

    /// <summary>Whether the AWS distributions of OpenTelemetry say that the span is the first one in its service.</summary>
    internal static bool IsLocalRoot(OtlpSpan span) =>
        SpanAttributes.TextOf(span.Attributes, "aws.span.kind") == "LOCAL_ROOT";

    /// <summary>Whether the span is a call by an AWS SDK.</summary>
    internal static bool IsAwsCall(OtlpSpan span) => SpanAttributes.TextOf(span.Attributes, "rpc.system") == "aws-api";

    /// <summary>The name of a service that an AWS SDK calls, as X-Ray has it.</summary>
    internal static string WithoutSdkPrefix(OtlpSpan span, string name)
    {
        foreach (string prefix in IsAwsCall(span) ? (ReadOnlySpan<string>)["AWS.SDK.", "AWS::"] : [])
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal))
            {
                return name[prefix.Length..];
            }
        }

        return name;
    }
}
