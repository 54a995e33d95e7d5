using XRayPS.Core.Documents;

namespace XRayPS.Core.Graph;

/// <summary>States of nodes (observed). A node that several sources make has the state of the best informed one.</summary>
internal static class NodeState
{
    private const string Unknown = "unknown";
    private const string Passive = "passive";
    private const string Active = "active";

    internal static string[] ByRank { get; } = [Unknown, Passive, Active];

    internal static string OfClient => Unknown;

    internal static string OfSegment(TraceEntity segment) =>
        !segment.IsInferred ? Active : segment.Caller?.Document.Namespace == "aws" ? Unknown : Passive;
}
