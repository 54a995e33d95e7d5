using System.Globalization;

namespace XRayPS.Local.Demo;

/// <summary>The documents of one made-up trace, with ids and times from a seeded source.</summary>
internal sealed class TraceBuilder
{
    private readonly Random _random;

    internal TraceBuilder(Random random, double start)
    {
        _random = random;
        Start = start;
        TraceId = string.Create(CultureInfo.InvariantCulture, $"1-{(uint)start:x8}-{_random.NextInt64(1L << 32):x8}{_random.NextInt64():x16}");
    }

    internal double Start { get; }

    internal string TraceId { get; }

    internal List<SegmentDocument> Segments { get; } = [];

    /// <summary>The latest end of all segments, in epoch seconds.</summary>
    internal double End => Segments.Max(segment => segment.EndSeconds ?? 0);

    internal string NewId() => _random.NextInt64(1, long.MaxValue).ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>A number of seconds around the given one: mostly near it, at times a multiple.</summary>
    internal double About(double seconds) => Micro(seconds * (0.6 + (0.5 * _random.NextDouble()) + (0.25 / (0.08 + _random.NextDouble()) / 4)));

    internal bool Chance(double probability) => _random.NextDouble() < probability;

    internal T OneOf<T>(params ReadOnlySpan<T> values) => values[_random.Next(values.Length)];

    internal int Number(int from, int to) => _random.Next(from, to + 1);

    /// <summary>Adds a segment that starts now; the caller sets its end.</summary>
    internal SegmentDocument Segment(string name, string origin, string? parentId, double start)
    {
        SegmentDocument segment = new()
        {
            TraceId = TraceId,
            Id = NewId(),
            ParentId = parentId,
            Name = name,
            Origin = origin,
            StartSeconds = Micro(start),
        };
        Segments.Add(segment);
        return segment;
    }

    /// <summary>Adds a subsegment; the caller sets its end where it is not known yet.</summary>
    internal SegmentDocument Subsegment(SegmentDocument parent, string name, string? space, double start, double seconds = 0)
    {
        SegmentDocument subsegment = new()
        {
            Id = NewId(),
            Name = name,
            Namespace = space,
            StartSeconds = Micro(start),
            EndSeconds = Micro(start + seconds),
        };
        parent.Subsegments.Add(subsegment);
        return subsegment;
    }

    /// <summary>A call of an AWS service by its SDK.</summary>
    internal SegmentDocument Aws(
        SegmentDocument parent, string service, string operation, string member, string resource, double start, double seconds)
    {
        SegmentDocument call = Subsegment(parent, service, "aws", start, seconds);
        call.Aws = new RecordMap<object?>
        {
            ["operation"] = operation,
            ["region"] = "eu-west-1",
            ["request_id"] = NewId() + NewId(),
            [member] = resource,
        };
        call.Http = new SegmentHttp { Status = 200, ContentLength = Number(80, 4000) };
        return call;
    }

    /// <summary>Marks a document as failed with an HTTP status, as the SDKs do.</summary>
    internal static void Fail(SegmentDocument document, int status)
    {
        document.Http ??= new SegmentHttp();
        document.Http.Status = status;
        document.Fault = status >= 500 ? true : document.Fault;
        document.Error = status is >= 400 and < 500 ? true : document.Error;
        document.Throttle = status == 429 ? true : document.Throttle;
    }

    /// <summary>Adds an exception with a short stack.</summary>
    internal void Throw(SegmentDocument document, string type, string message, string file, string function, bool remote = false)
    {
        document.Cause = new SegmentCause
        {
            WorkingDirectory = "/app",
            Exceptions =
            [
                new SegmentException
                {
                    Id = NewId(),
                    Type = type,
                    Message = message,
                    Remote = remote ? true : null,
                    Stack =
                    [
                        new SegmentStackFrame { Path = file, Line = Number(20, 300), Label = function },
                        new SegmentStackFrame { Path = "src/server.js", Line = 88, Label = "dispatch" },
                    ],
                },
            ],
        };
    }

    internal static double Micro(double seconds) => Math.Round(seconds, 6);
}
