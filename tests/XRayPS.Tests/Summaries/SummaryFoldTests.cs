using XRayPS.Core.Documents;
using XRayPS.Core.Summaries;
using XRayPS.Tests.Support;

namespace XRayPS.Tests.Summaries;

public sealed class SummaryFoldTests
{
    [Fact]
    public void A_trace_of_orphans_has_no_entry_point_and_no_client()
    {
        TraceSummary summary = Of("{'id':'a','name':'x','parent_id':'b','fault':true,'http':{'response':{'status':500}}}");

        Assert.True(summary.IsPartial);
        Assert.Equal((null, null, 1.0), (summary.EntryPoint, summary.ResponseTime, summary.Duration!.Value));
        Assert.Equal((false, false, false), (summary.HasError, summary.HasFault, summary.HasThrottle));
        Assert.Null(summary.Http!.HttpStatus);
        Assert.Equal("x", Assert.Single(summary.ServiceIds).ToString());
    }

    [Fact]
    public void A_running_root_is_the_entry_point_but_has_no_times()
    {
        TraceSummary summary = Of("{'id':'a','name':'x','in_progress':true,'subsegments':[{'id':'b','namespace':'remote','http':{'request':{'traced':true}},'in_progress':true}]}");

        Assert.False(summary.IsPartial);
        Assert.Equal((null, null, "x"), (summary.Duration, summary.ResponseTime, summary.EntryPointName));
        Assert.Equal(["x", "x (client)"], summary.ServiceIds.Select(service => service.ToString()));
    }

    [Fact]
    public void A_trace_without_segments_has_no_start()
    {
        TraceSummary summary = Of("{'id':'a','type':'subsegment','parent_id':'b'}");

        Assert.Null(summary.StartTime);
        Assert.True(summary.IsPartial);
        Assert.Empty(summary.ServiceIds);
    }

    [Theory]
    [InlineData("'http':{'response':{'status':429}},'error':true", false, false, true)]
    [InlineData("'throttle':true,'fault':true", false, true, true)]
    [InlineData("'http':{'response':{'status':404}}", true, false, false)]
    [InlineData("'http':{'response':{'status':500}}", false, true, false)]
    public void Flags_are_those_of_the_root(string members, bool error, bool fault, bool throttle)
    {
        TraceSummary summary = Of($"{{'id':'a',{members}}}", "{'id':'b','parent_id':'a','fault':true,'throttle':true,'error':true}");

        Assert.Equal((error, fault, throttle), (summary.HasError, summary.HasFault, summary.HasThrottle));
    }

    [Fact]
    public void Of_several_roots_the_earliest_speaks()
    {
        TraceSummary summary = Of("{'id':'a','name':'late','start_time':1,'fault':true}", "{'id':'b','name':'early'}");

        Assert.Equal(("early", false, 2.0, 1.0), (summary.EntryPointName, summary.HasFault, summary.Duration!.Value, summary.ResponseTime!.Value));
        Assert.Equal(["early", "early (client)", "late", "late (client)"], summary.ServiceIds.Select(service => service.ToString()));
    }

    [Fact]
    public void Annotations_are_gathered_once_each_with_their_kinds()
    {
        TraceSummary summary = Of("""
            {'id':'a','annotations':{'k':'v','n':1,'flag':true,'list':[1],'map':{},'nothing':null},'subsegments':[
              {'id':'b','annotations':{'k':'v','n':1.0,'flag':false}},{'id':'c','annotations':{'k':'1','n':'1'}}]}
            """);

        Assert.Equal("flag=true; false; k=v; 1; n=1; 1", summary.Annotations.ToString());
        Assert.Equal((1.0, null, null), (summary.Annotations["n"][0].AnnotationValue!.NumberValue, summary.Annotations["n"][0].AnnotationValue!.StringValue, summary.Annotations["n"][0].ServiceIds));
        Assert.Equal("1", summary.Annotations["n"][1].AnnotationValue!.StringValue);
    }

    [Fact]
    public void Fifty_annotations_are_indexed_and_further_values_of_them()
    {
        string many = string.Join(',', Enumerable.Range(0, 60).Select(i => $"'k{i:00}':{i}"));
        TraceSummary summary = Of($"{{'id':'a','annotations':{{{many}}} }}", "{'id':'b','parent_id':'a','annotations':{'k00':'more','k59':1}}");

        Assert.Equal(50, summary.Annotations.Count);
        Assert.Equal("0; more", summary.Annotations["k00"].ToString());
        Assert.False(summary.Annotations.ContainsKey("k59"));
    }

    [Fact]
    public void Users_and_resources_are_those_of_all_segments_once_each()
    {
        const string Ec2 = "'aws':{'ec2':{'instance_id':'i-1','availability_zone':'z1'}},'user':'u','resource_arn':'r'";
        TraceSummary summary = Of($"{{'id':'a',{Ec2},'subsegments':[{{'id':'c','user':'no'}}]}}", $"{{'id':'b','parent_id':'a',{Ec2}}}", "{'id':'d','parent_id':'a','user':'v','aws':{'ec2':7}}");

        Assert.Equal(("u; v", "r", "i-1", "z1"), (summary.Users.ToString(), summary.ResourceARNs.ToString(), summary.InstanceIds.ToString(), summary.AvailabilityZones.ToString()));
    }

    [Fact]
    public void A_matched_call_is_described_as_its_caller_recorded_it()
    {
        AssembledTrace trace = TraceBuilder.Of(
            "{'id':'a','name':'x','subsegments':[{'id':'b','namespace':'remote','end_time':2,'error':true}]}",
            "{'id':'c','name':'y','parent_id':'b','end_time':3,'fault':true,'annotations':{'k':1},'subsegments':[{'id':'d','annotations':{'j':2}}]}");
        XRayPS.Core.Graph.TraceObservations observations = XRayPS.Core.Graph.TraceObservations.Of(trace);

        MatchedEdge edge = MatchedFold.Describe(observations.Edges.Single(found => found.Target.Name == "y"));
        Assert.Equal((true, false, 2.0, "j=2; k=1"), (edge.HasError!.Value, edge.HasFault!.Value, edge.ResponseTime!.Value, edge.DestinationAnnotations.ToString()));
        MatchedService service = MatchedFold.Describe(observations.Nodes.Single(found => found.Node.Name == "y"));
        Assert.Equal((false, true, 3.0, "j=2; k=1"), (service.HasError!.Value, service.HasFault!.Value, service.ResponseTime!.Value, service.Annotations.ToString()));
    }

    private static TraceSummary Of(params string[] documents) => SummaryFold.Summarize(TraceBuilder.Of(documents));
}
