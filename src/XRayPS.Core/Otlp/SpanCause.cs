using System.Globalization;
using XRayPS.Core.Documents;

namespace XRayPS.Core.Otlp;

/// <summary>Flags and exceptions of a span: an HTTP status outranks the span's own status.</summary>
internal static class SpanCause
{
    internal static void Fill(SegmentDocument document, OtlpSpan span, SpanAttributes attributes)
    {
        document.Cause = Of(span, attributes);
        int status = document.Http?.Status ?? 0;
        document.Error = status is >= 400 and < 500;
        document.Throttle = status == 429;
        document.Fault = status is >= 500 and < 600 || (status is < 400 or > 599 && span.IsError);
    }

    private static SegmentCause? Of(OtlpSpan span, SpanAttributes attributes)
    {
        SegmentCause cause = new();
        for (int i = 0; i < span.Events.Count; i++)
        {
            OtlpEvent occurrence = span.Events[i];
            if (occurrence.Name == "exception")
            {
                cause.Exceptions.AddRange(OfException(span, occurrence, i));
            }
            else if (occurrence.Name == "HTTP request failure" && SpanRoles.IsAwsCall(span) && OfAttempt(span, occurrence, i) is { } attempt)
            {
                cause.Exceptions.Add(attempt);
            }
        }

        if (cause.Exceptions.Count > 0)
        {
            return cause;
        }

        if (!span.IsError)
        {
            return null;
        }

        string? text = attributes.Take("http.status_text");
        string? message = span.StatusMessage.Length > 0 ? span.StatusMessage : text;
        if (message is null)
        {
            return null;
        }

        cause.Exceptions.Add(new SegmentException { Id = Id(span, "status"), Message = message });
        return cause;
    }

    private static IEnumerable<SegmentException> OfException(OtlpSpan span, OtlpEvent occurrence, int number)
    {
        SegmentException exception = new()
        {
            Id = Id(span, "exception" + number.ToString(CultureInfo.InvariantCulture)),
            Type = SpanAttributes.TextOf(occurrence.Attributes, "exception.type"),
            Message = SpanAttributes.TextOf(occurrence.Attributes, "exception.message"),
            Remote = span.Kind is OtlpSpanKind.Client or OtlpSpanKind.Producer,
        };
        return SpanAttributes.TextOf(occurrence.Attributes, "exception.stacktrace") is { } stack
            ? StackTraces.Fill(exception, stack, SpanAttributes.TextOf(span.Resource, "telemetry.sdk.language"))
            : [exception];
    }

    /// <summary>One of several attempts of an AWS SDK at a call.</summary>
    private static SegmentException? OfAttempt(OtlpSpan span, OtlpEvent occurrence, int number)
    {
        string? status = SpanAttributes.TextOf(occurrence.Attributes, "http.response.status_code");
        string? message = SpanAttributes.TextOf(occurrence.Attributes, "aws.http.error_message");
        if (status is null || message is null)
        {
            return null;
        }

        string seconds = (occurrence.Nanoseconds / 1000 / 1e6).ToString("0.000000", CultureInfo.InvariantCulture);
        return new SegmentException
        {
            Id = Id(span, "attempt" + number.ToString(CultureInfo.InvariantCulture)),
            Type = "aws.http.error.event",
            Remote = true,
            Message = $"{status}@{seconds}@{message}",
        };
    }

    private static string Id(OtlpSpan span, string purpose) => SegmentId.Derive(span.TraceId, span.SpanId, purpose);
}
