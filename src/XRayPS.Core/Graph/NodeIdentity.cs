using XRayPS.Core.Documents;

namespace XRayPS.Core.Graph;

/// <summary>Which service a segment or a call stands for (observed).</summary>
public static class NodeIdentity
{
    /// <summary>The type of client nodes.</summary>
    public const string Client = "client";

    /// <summary>The type of callees outside AWS that did not report themselves.</summary>
    public const string Remote = "remote";

    /// <summary>The account that the local service runs as.</summary>
    public const string OwnAccount = "000000000000";

    /// <summary>The service of a segment: of a reported one its name and origin, of an inferred one what the call names.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="ownAccount">The caller's own account, which nodes do not name.</param>
    public static NodeKey OfSegment(TraceEntity segment, string? ownAccount = OwnAccount) =>
        segment is { IsInferred: true, Caller: { } call }
            ? OfCall(call, ownAccount)
            : Key(segment.Document.Name, segment.Document.Origin, segment.Document, ownAccount);

    /// <summary>The service that a call names, as long as no segment of the callee is there.</summary>
    /// <param name="call">A subsegment with namespace <c>aws</c> or <c>remote</c>.</param>
    /// <param name="ownAccount">The caller's own account, which nodes do not name.</param>
    public static NodeKey OfCall(TraceEntity call, string? ownAccount = OwnAccount)
    {
        SegmentDocument document = call.Document;
        if (document.Namespace != "aws")
        {
            return Key(document.Name, Remote, document, ownAccount);
        }

        return AwsResource.Of(document) is { } resource
            ? Key(resource.Name, resource.Type, document, ownAccount)
            : Key(document.Name, $"AWS::{document.Name}", document, ownAccount);
    }

    /// <summary>The client in front of a root segment; it bears the root's name.</summary>
    /// <param name="root">The root segment.</param>
    public static NodeKey OfClient(TraceEntity root) => new(root.Document.Name ?? "", Client, null, null);

    /// <summary>The service as summaries name it.</summary>
    /// <param name="key">The node.</param>
    public static ServiceId ToServiceId(NodeKey key) =>
        new() { Name = key.Name, Names = [key.Name], Type = key.Type, AccountId = key.AccountId };

    private static NodeKey Key(string? name, string? type, SegmentDocument document, string? ownAccount)
    {
        string? account = AwsResource.Text(document.Aws, "account_id");
        return new NodeKey(name ?? "", type, account == ownAccount ? null : account, AwsResource.Text(document.Aws, "region"));
    }
}
