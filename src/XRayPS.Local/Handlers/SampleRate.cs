using XRayPS.Core.Model;
using XRayPS.Local.Http;
using XRayPS.Local.Storage;

namespace XRayPS.Local.Handlers;

/// <summary>
/// The sampling of GetTraceSummaries. Only FixedRate thins out; a partial scan looks at everything here, since how much
/// the real service looks at is unknown.
/// </summary>
internal static class SampleRate
{
    /// <summary>The share of traces that a request asks for, 0 to 1.</summary>
    internal static double Of(GetTraceSummariesRequest request)
    {
        if (request.Sampling != true || request.SamplingStrategy is not { Name: "FixedRate" } strategy)
        {
            return 1;
        }

        if (strategy.Value is not (>= 0 and <= 1))
        {
            throw Refusal.InvalidRequest("sampling rate must be specified and its value must be between [0, 1]");
        }

        string type = request.TimeRangeType ?? "TraceId";
        return type == "Event"
            ? strategy.Value.Value
            : throw Refusal.InvalidRequest(
                $"Cannot use FixedRate with input time range type: {type}. Please try using time range type: Event");
    }

    /// <summary>Whether a trace belongs to the sample. The same traces do at every call.</summary>
    internal static bool Takes(double rate, StoredTrace trace)
    {
        uint hash = 2166136261;
        foreach (char c in trace.Id)
        {
            hash = (hash ^ c) * 16777619;
        }

        return rate >= 1 || (hash ^ (hash >> 15)) < rate * uint.MaxValue;
    }
}
