using XRayPS.Core.Documents;
using XRayPS.Tests.Support;

namespace XRayPS.Tests.Documents;

public sealed class TraceAssemblyTests
{
    [Fact]
    public void An_in_progress_version_is_replaced_by_the_next_and_never_comes_back()
    {
        AssembledTrace trace = new TraceBuilder()
            .Call("{'id':'a','name':'one','in_progress':true}")
            .Call("{'id':'a','name':'two','in_progress':true}")
            .Call("{'id':'a','name':'three'}")
            .Call("{'id':'a','name':'four','in_progress':true}", "{'id':'a','name':'five'}")
            .Build();

        Assert.Equal("three", Assert.Single(trace.Segments).Document.Name);
        Assert.Equal(3, trace.Revision);
    }

    [Fact]
    public void A_call_counts_once_however_many_documents_it_brings()
    {
        AssembledTrace trace = new TraceBuilder()
            .Call("{'id':'a'}", "{'id':'b','parent_id':'a'}")
            .After(10)
            .Call("{'id':'a'}")
            .Build();

        Assert.Equal(1, trace.Revision);
        Assert.Equal(DateTimeOffset.UnixEpoch.AddSeconds(1_790_000_000), trace.LastReceivedAt);
    }

    [Fact]
    public void What_a_late_version_embeds_is_passed_over_with_it()
    {
        AssembledTrace trace = new TraceBuilder()
            .Call("{'id':'a'}")
            .Call("{'id':'a','subsegments':[{'id':'b'}]}")
            .Build();

        Assert.Empty(trace.Segments[0].Subsegments);
    }

    [Fact]
    public void Children_of_an_earlier_version_stay()
    {
        AssembledTrace trace = new TraceBuilder()
            .Call("{'id':'a','in_progress':true,'subsegments':[{'id':'b'}]}")
            .After(5)
            .Call("{'id':'a','subsegments':[{'id':'c'}]}")
            .Build();

        Assert.Equal(["nb", "nc"], trace.Segments[0].Subsegments.Select(child => child.Document.Name));
        Assert.Equal(5, (trace.Segments[0].ReceivedAt - trace.Segments[0].Subsegments[0].ReceivedAt).TotalSeconds);
    }

    [Fact]
    public void Subsegments_find_their_parents_in_any_order_and_at_any_depth()
    {
        AssembledTrace trace = TraceBuilder.Of(
            "{'id':'d','type':'subsegment','parent_id':'c'}",
            "{'id':'c','type':'subsegment','parent_id':'B','subsegments':[{'id':'e'}]}",
            "{'id':'a','subsegments':[{'id':'b'}]}");

        TraceEntity c = trace.Segments[0].Subsegments[0].Subsegments[0];
        Assert.Equal("nc", c.Document.Name);
        Assert.Equal(["nd", "ne"], c.Subsegments.Select(child => child.Document.Name).Order());
        Assert.All(trace.Entities(), entity => Assert.Same(trace.Segments[0], entity.Segment));
        Assert.Null(c.Document.ParentId);
        Assert.Null(c.Document.Type);
        Assert.Null(c.Document.TraceId);
    }

    [Fact]
    public void Circles_and_lost_children_are_held_back()
    {
        AssembledTrace trace = TraceBuilder.Of(
            "{'id':'a'}",
            "{'id':'b','type':'subsegment','parent_id':'c'}",
            "{'id':'c','type':'subsegment','parent_id':'b'}",
            "{'id':'d','type':'subsegment','parent_id':'d'}",
            "{'id':'e','type':'subsegment','parent_id':'f','start_time':-50}");

        Assert.Equal(["nb", "nc", "nd", "ne"], trace.HeldBack.Select(document => document.Name).Order());
        Assert.True(trace.IsPartial);
        Assert.Equal(1, trace.Seconds);
    }

    [Fact]
    public void Segments_that_call_each_other_in_a_circle_are_no_roots_and_do_no_harm()
    {
        AssembledTrace trace = TraceBuilder.Of(
            "{'id':'a','parent_id':'b','fault':true,'cause':{'exceptions':[{'id':'e'}]}}",
            "{'id':'b','parent_id':'a','fault':true}",
            "{'id':'c','parent_id':'c'}");

        Assert.Null(trace.Root);
        Assert.True(trace.IsPartial);
        Assert.Equal(3, XRayPS.Core.Graph.GraphFold.OfTrace(trace).Services.Count);
        Assert.NotNull(Assert.Single(XRayPS.Core.Summaries.SummaryFold.Summarize(trace).FaultRootCauses));
    }

    [Fact]
    public void A_document_that_uses_one_id_twice_keeps_the_first()
    {
        AssembledTrace trace = TraceBuilder.Of(
            "{'id':'a','in_progress':true,'subsegments':[{'id':'a','name':'self'},{'id':'b','name':'one','in_progress':true},{'id':'b','name':'two'}]}");

        Assert.Equal("one", Assert.Single(Assert.Single(trace.Segments).Subsegments).Document.Name);
    }

    [Fact]
    public void A_chain_without_end_does_not_exhaust_the_stack()
    {
        string[] chain = [.. Enumerable.Range(1, 20_000).Select(i => $$"""{'id':'{{i:x}}','type':'subsegment','parent_id':'{{i - 1:x}}'}""")];
        AssembledTrace trace = new TraceBuilder().Call("{'id':'0'}").Call(chain).Build();

        Assert.Equal(20_000, trace.Entities().Count() - 1 + trace.HeldBack.Count);
        Assert.NotEmpty(trace.ToTrace().Segments[0].Document!);
        Assert.Equal(1, XRayPS.Core.Summaries.SummaryFold.Summarize(trace).Duration);
    }

    [Fact]
    public void A_chain_of_segments_without_end_does_not_either()
    {
        string[] chain = [.. Enumerable.Range(1, 20_000).Select(i =>
            $$"""{'id':'{{i:x}}','parent_id':'{{i - 1:x}}','fault':true,'cause':{'exceptions':[{'id':'e'}] } }""")];
        AssembledTrace trace = new TraceBuilder().Call("{'id':'0','fault':true,'cause':'e'}").Call(chain).Build();

        Assert.NotEmpty(XRayPS.Core.Summaries.SummaryFold.Summarize(trace).FaultRootCauses);
        Assert.Equal(20_002, XRayPS.Core.Graph.GraphFold.OfTrace(trace).Services.Count);
    }

    [Fact]
    public void Only_completed_calls_without_a_callee_are_inferred()
    {
        AssembledTrace trace = TraceBuilder.Of("""
            {'id':'a','subsegments':[
              {'id':'b','namespace':'remote','in_progress':true},
              {'id':'c','namespace':'remote','annotations':{'x':1},'metadata':{},'sql':{},'cause':'e','error':true,'http':{'request':{'traced':true}}},
              {'id':'d','namespace':'other'},
              {'id':'e'},
              {'id':'f','namespace':'aws','name':'KMS'}]}
            """, "{'id':'9','parent_id':'e'}");

        TraceEntity[] inferred = [.. trace.Segments.Where(segment => segment.IsInferred)];
        Assert.Equal(["nc", "KMS"], inferred.Select(segment => segment.Document.Name));
        SegmentDocument remote = inferred[0].Document;
        Assert.Equal((TraceBuilder.TraceId, TraceBuilder.Id("c"), true), (remote.TraceId, remote.ParentId, remote.Error!.Value));
        Assert.Equal((null, null, null, null, null), (remote.Annotations, remote.Metadata, remote.Sql, remote.Cause, remote.Namespace));
        Assert.Null(remote.Http!.Traced);
        Assert.Null(remote.Origin);
        Assert.Equal("AWS::KMS", inferred[1].Document.Origin);
    }

    [Fact]
    public void An_inferred_segment_has_the_same_id_each_time_and_goes_when_the_callee_reports()
    {
        TraceBuilder builder = new TraceBuilder().Call("{'id':'a','subsegments':[{'id':'c','namespace':'remote'}]}");
        string? id = builder.Build().Segments[1].Document.Id;

        Assert.True(SegmentId.IsValid(id));
        Assert.Equal(id, builder.Build().Segments[1].Document.Id);
        builder.Call("{'id':'d','parent_id':'c','in_progress':true}");
        Assert.Equal(["na", "nd"], builder.Build().Segments.Select(segment => segment.Document.Name));
    }

    [Fact]
    public void What_the_service_gave_back_is_assembled_to_the_same_again()
    {
        AssembledTrace trace = TraceBuilder.Of("""
            {'id':'a','subsegments':[{'id':'b','namespace':'aws','name':'SQS','aws':{'operation':'SendMessage','queue_url':'https://q'}},
              {'id':'c','namespace':'remote'}]}
            """, "{'id':'d','parent_id':'c'}");
        Trace answered = trace.ToTrace();
        AssembledTrace again = TraceAssembly.Assemble(answered);

        Assert.Equal(answered.Segments.Select(segment => segment.Document), again.ToTrace().Segments.Select(segment => segment.Document));
        Assert.Equal(answered.Duration, again.ToTrace().Duration);
        Assert.True(again.Segments[2].IsInferred);
        Assert.Equal("QueueTime", again.Segments[2].Subsegments[0].Document.Name);
    }

    [Fact]
    public void Receiving_a_queue_message_has_no_queue_time()
    {
        AssembledTrace trace = TraceBuilder.Of(
            "{'id':'a','subsegments':[{'id':'b','namespace':'aws','name':'SQS','aws':{'operation':'ReceiveMessage','queue_url':'https://q'}}]}");

        Assert.Empty(trace.Segments[1].Subsegments);
    }

    [Fact]
    public void The_root_is_the_earliest_segment_without_parent_then_the_smallest_id()
    {
        Assert.Equal("nb", TraceBuilder.Of("{'id':'a','start_time':2}", "{'id':'c','start_time':1}", "{'id':'b','start_time':1}").Root!.Document.Name);
        Assert.Null(TraceBuilder.Of("{'id':'a','parent_id':'b'}").Root);
    }

    [Fact]
    public void The_documents_that_went_in_stay_as_they_were()
    {
        const string Json = """{"id":"00000000000000a1","name":"n","trace_id":"1-6ab384fb-49f310e6de4f7ea73d71f5e6","start_time":1,"end_time":2,"http":{"request":{"traced":true}},"subsegments":[{"id":"00000000000000a2","name":"S3","namespace":"aws","start_time":1,"end_time":2,"aws":{"operation":"o","bucket_name":"b"}}]}""";
        SegmentDocument document = SegmentReader.ReadReturned(Json)!;
        string before = SegmentWriter.ToText(document, SegmentStyle.Sent);
        _ = TraceAssembly.Assemble(TraceBuilder.TraceId, [new ReceivedDocument(document, default, 1)]).ToTrace();

        Assert.Equal(before, SegmentWriter.ToText(document, SegmentStyle.Sent));
    }
}
