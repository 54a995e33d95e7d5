using System.Management.Automation;
using XRayPS.Core.Model;

namespace XRayPS.Traces;

/// <summary>What became of a few trace ids.</summary>
/// <param name="Response">The traces, in the order of the ids.</param>
/// <param name="Errors">One error for each id without a trace.</param>
internal sealed record TraceBatch(BatchGetTracesResponse Response, IReadOnlyList<ErrorRecord> Errors);
