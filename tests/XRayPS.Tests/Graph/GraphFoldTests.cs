using XRayPS.Core.Documents;
using XRayPS.Core.Graph;
using XRayPS.Tests.Support;

namespace XRayPS.Tests.Graph;

public sealed class GraphFoldTests
{
    [Fact]
    public void Services_are_sorted_by_name_then_type_without_type_first_and_numbered()
    {
        ServiceGraph graph = GraphFold.OfTrace(TraceBuilder.Of("""
            {'id':'a','name':'front','subsegments':[{'id':'b','name':'front','namespace':'remote'},{'id':'c','name':'Back','namespace':'remote'}]}
            """));

        Assert.Equal(["Back (remote)", "front", "front (client)", "front (remote)"], graph.Services.Select(service => service.ToString()));
        Assert.Equal([0, 1, 2, 3], graph.Services.Select(service => service.ReferenceId!.Value));
        Assert.Equal([0, 3], graph.Services[1].Edges.Select(edge => edge.ReferenceId!.Value));
    }

    [Fact]
    public void Every_root_has_a_client_and_roots_of_one_name_share_it()
    {
        ServiceGraph graph = GraphFold.OfTrace(TraceBuilder.Of(
            "{'id':'a','name':'x'}", "{'id':'b','name':'x','fault':true}", "{'id':'c','name':'y','origin':'AWS::EC2::Instance'}"));

        Assert.Equal(["x", "x (client)", "y (AWS::EC2::Instance)", "y (client)"], graph.Services.Select(service => service.ToString()));
        Assert.Equal("2 total, 1 ok, 0 error, 1 fault", graph.Services[1].Edges[0].SummaryStatistics!.ToString());
        Assert.True(graph.Services[2].Root);
        Assert.Null(graph.Services[3].Root);
        Assert.Null(graph.Services[3].SummaryStatistics);
        Assert.Null(graph.Services[3].DurationHistogram);
    }

    [Fact]
    public void An_orphan_is_active_without_client_and_root()
    {
        Service service = Assert.Single(GraphFold.OfTrace(TraceBuilder.Of("{'id':'a','parent_id':'b'}")).Services);

        Assert.Equal(("active", null, 0), (service.State, service.Root, service.Edges.Count));
        Assert.Equal(1, service.SummaryStatistics!.TotalCount);
    }

    [Theory]
    [InlineData("'fault':true,'throttle':true,'error':true", 1, 0, 0)]
    [InlineData("'fault':true,'error':true", 0, 0, 1)]
    [InlineData("'error':true", 0, 1, 0)]
    [InlineData("'error':true,'http':{'response':{'status':429}}", 1, 0, 0)]
    [InlineData("'http':{'response':{'status':404}}", 0, 1, 0)]
    [InlineData("'fault':false,'http':{'response':{'status':599}}", 0, 0, 1)]
    [InlineData("'http':{'response':{'status':600}}", 0, 0, 0)]
    public void An_observation_falls_under_one_outcome(string members, long throttle, long error, long fault)
    {
        ServiceStatistics statistics = GraphFold.OfTrace(TraceBuilder.Of($"{{'id':'a',{members}}}")).Services[0].SummaryStatistics!;

        Assert.Equal((throttle, error, fault), (statistics.ErrorStatistics!.ThrottleCount!.Value, statistics.ErrorStatistics.OtherCount!.Value, statistics.FaultStatistics!.TotalCount!.Value));
        Assert.Equal(throttle + error, statistics.ErrorStatistics.TotalCount);
        Assert.Equal(1 - throttle - error - fault, statistics.OkCount);
    }

    [Fact]
    public void Local_work_is_transparent_and_only_calls_record_how_long_they_waited()
    {
        ServiceGraph graph = GraphFold.OfTrace(TraceBuilder.Of(
            "{'id':'a','name':'front','end_time':9,'subsegments':[{'id':'b','end_time':8,'subsegments':[{'id':'c','name':'call','namespace':'remote','end_time':7}]}]}",
            "{'id':'d','name':'one','parent_id':'b','end_time':5}",
            "{'id':'e','name':'two','parent_id':'c','end_time':4}",
            "{'id':'f','name':'three','parent_id':'a','end_time':3}"));

        Service front = graph.Services.Single(service => service is { Name: "front", Type: null });
        Assert.Equal(
            ["one 5", "three 3", "two 7 as call (remote)"],
            front.Edges.Select(edge => FormattableString.Invariant(
                $"{edge.TargetName} {edge.SummaryStatistics!.TotalResponseTime}{(edge.Aliases.Count > 0 ? " as " + edge.Aliases : "")}")).Order());
    }

    [Fact]
    public void The_alias_of_an_AWS_call_is_the_resource_that_it_names()
    {
        ServiceGraph graph = GraphFold.OfTrace(TraceBuilder.Of(
            "{'id':'a','subsegments':[{'id':'b','name':'Lambda','namespace':'aws','aws':{'operation':'Invoke','function_name':'fn'}}]}",
            "{'id':'c','name':'fn','origin':'AWS::Lambda','parent_id':'b'}"));

        Assert.Equal("fn (AWS::Lambda)", graph.Services.Single(service => service is { Name: "na", Type: null }).Edges[0].Aliases.ToString());
    }

    [Fact]
    public void One_call_that_two_segments_of_one_service_answered_counts_once()
    {
        ServiceGraph graph = GraphFold.OfTrace(TraceBuilder.Of(
            "{'id':'a','name':'x','subsegments':[{'id':'b','namespace':'remote'}]}",
            "{'id':'c','name':'y','parent_id':'b'}", "{'id':'d','name':'y','parent_id':'b'}"));

        Assert.Equal(1, graph.Services[0].Edges[0].SummaryStatistics!.TotalCount);
        Assert.Equal(2, graph.Services[2].SummaryStatistics!.TotalCount);
    }

    [Fact]
    public void A_service_may_call_itself()
    {
        Service service = GraphFold.OfTrace(TraceBuilder.Of(
            "{'id':'a','name':'x','subsegments':[{'id':'b','namespace':'remote'}]}", "{'id':'c','name':'x','parent_id':'b'}")).Services[0];

        Assert.Equal((0, 2L, true), (service.Edges[0].ReferenceId!.Value, service.SummaryStatistics!.TotalCount!.Value, service.Root!.Value));
    }

    [Fact]
    public void A_running_callee_is_there_with_zero_counts_and_a_running_root_keeps_the_graph_empty()
    {
        ServiceGraph graph = GraphFold.OfTrace(TraceBuilder.Of("{'id':'a','name':'x'}", "{'id':'b','name':'y','parent_id':'a','in_progress':true}"));
        Service callee = graph.Services[2];

        Assert.Equal(("y", "active", 0L), (callee.Name, callee.State, callee.SummaryStatistics!.TotalCount!.Value));
        Assert.Empty(callee.ResponseTimeHistogram!);
        Assert.Equal(0, graph.Services[0].Edges[0].SummaryStatistics!.TotalCount);
        Assert.Empty(GraphFold.OfTrace(TraceBuilder.Of(
            "{'id':'a','in_progress':true,'subsegments':[{'id':'b','namespace':'remote'}]}", "{'id':'c','parent_id':'a'}")).Services);
    }

    [Fact]
    public void Durations_reach_as_far_as_a_segments_own_work_and_no_further()
    {
        ServiceGraph graph = GraphFold.OfTrace(TraceBuilder.Of(
            "{'id':'a','name':'x','start_time':2,'end_time':4,'subsegments':[{'id':'b','start_time':1,'end_time':3},{'id':'c','start_time':3,'end_time':8},{'id':'d','start_time':0,'in_progress':true}]}",
            "{'id':'e','name':'y','parent_id':'b','start_time':0,'end_time':20}"));

        Assert.Equal(7, graph.Services[0].DurationHistogram![0].Value);
        Assert.Equal(2, graph.Services[0].ResponseTimeHistogram![0].Value);
    }

    [Fact]
    public void An_envelope_that_grew_in_several_calls_counts_once()
    {
        ServiceGraph graph = GraphFold.OfTrace(new TraceBuilder()
            .Call("{'id':'a','name':'x','end_time':2}")
            .After(60)
            .Call("{'id':'b','type':'subsegment','parent_id':'a','end_time':7}")
            .Build());

        Assert.Equal("7s x 1", graph.Services[0].DurationHistogram!.ToString());
        Assert.Equal("2s x 1", graph.Services[0].ResponseTimeHistogram!.ToString());
    }

    [Fact]
    public void An_end_before_its_start_counts_as_no_time() =>
        Assert.Equal(0, GraphFold.OfTrace(TraceBuilder.Of("{'id':'a','start_time':5,'end_time':2}")).Services[0].SummaryStatistics!.TotalResponseTime);

    [Fact]
    public void Accounts_are_named_when_they_are_not_ones_own_and_regions_in_trace_graphs_only()
    {
        AssembledTrace trace = TraceBuilder.Of("""
            {'id':'a','name':'x','aws':{'account_id':'000000000000','region':'eu-west-1'},'subsegments':[
              {'id':'b','name':'S3','namespace':'aws','aws':{'account_id':'111122223333','region':'us-west-2','operation':'GetObject','bucket_name':'bkt'}},
              {'id':'c','name':'S3','namespace':'aws','aws':{'account_id':'111122223333','region':'us-east-1','operation':'GetObject','bucket_name':'bkt'}}]}
            """);
        GraphFold fold = new(GraphScope.Service);
        fold.Add(trace);

        Assert.Equal(
            ["bkt 111122223333 us-east-1", "bkt 111122223333 us-west-2", "x  eu-west-1", "x  "],
            GraphFold.OfTrace(trace).Services.Select(service => $"{service.Name} {service.AccountId} {service.Region}"));
        Assert.Equal(
            ["bkt 111122223333 ", "x  ", "x  "],
            fold.Build().Services.Select(service => $"{service.Name} {service.AccountId} {service.Region}"));
    }

    [Theory]
    [InlineData("DynamoDB", "'table_name':'t','operation':'o'", "t (AWS::DynamoDB::Table)")]
    [InlineData("S3", "'bucket_name':'t','operation':'o'", "t (AWS::S3::Bucket)")]
    [InlineData("SQS", "'queue_url':'t','operation':'o'", "t (AWS::SQS::Queue)")]
    [InlineData("SNS", "'topic_arn':'t','operation':'o'", "t (AWS::SNS)")]
    [InlineData("Lambda", "'function_name':'t','operation':'o'", "t (AWS::Lambda)")]
    [InlineData("DynamoDB", "'table_name':'t'", "DynamoDB (AWS::DynamoDB)")]
    [InlineData("DynamoDB", "'table_name':7,'operation':'o'", "DynamoDB (AWS::DynamoDB)")]
    [InlineData("DynamoDB", "'bucket_name':'t','operation':'o'", "DynamoDB (AWS::DynamoDB)")]
    [InlineData("dynamodb", "'table_name':'t','operation':'o'", "dynamodb (AWS::dynamodb)")]
    [InlineData("database", "'table_name':'t','operation':'o'", "database (AWS::database)")]
    public void AWS_calls_name_resources(string name, string aws, string expected)
    {
        ServiceGraph graph = GraphFold.OfTrace(TraceBuilder.Of($"{{'id':'a','name':'~','subsegments':[{{'id':'b','name':'{name}','namespace':'aws','aws':{{{aws}}} }}]}}"));

        Assert.Equal(expected, graph.Services[0].ToString());
        Assert.Equal("unknown", graph.Services[0].State);
    }

    [Fact]
    public void A_link_is_an_edge_from_the_sender_in_another_trace()
    {
        AssembledTrace sender = TraceBuilder.Of(
            "{'id':'a','name':'x','subsegments':[{'id':'b','name':'SQS','namespace':'aws','end_time':2,'aws':{'operation':'SendMessage','queue_url':'https://q'}}]}");
        AssembledTrace receiver = TraceBuilder.Of(
            $"{{'id':'c','name':'y','start_time':7,'end_time':8,'links':[{{'trace_id':'{TraceBuilder.TraceId}','id':'{TraceBuilder.Id("b")}'}},{{'trace_id':'{TraceBuilder.TraceId}','id':'gone'}},{{}}]}}");
        GraphFold fold = new(GraphScope.Service);
        fold.Add(sender);
        GraphFold other = new(GraphScope.Service);
        other.Add(receiver);
        fold.Merge(other);

        Service queue = fold.Build(id => id == TraceBuilder.TraceId ? sender : null).Services[0];
        Edge link = Assert.Single(queue.Edges);
        Assert.Equal(("https://q", "y", "link"), (queue.Name, link.TargetName, link.EdgeType));
        Assert.Equal("5s x 1", link.ReceivedEventAgeHistogram!.ToString());
        Assert.Null(link.SummaryStatistics);
        Assert.Empty(link.ResponseTimeHistogram);
        Assert.Empty(fold.Build().Services[0].Edges);
    }

    [Fact]
    public void Sums_of_times_are_exact_to_the_millisecond()
    {
        GraphFold fold = new(GraphScope.Service);
        for (int i = 0; i < 1000; i++)
        {
            fold.Add(TraceBuilder.Of("{'id':'a','end_time':0.0004}"));
        }

        Assert.Equal(0.4, fold.Build().Services[0].SummaryStatistics!.TotalResponseTime);
    }

    [Fact]
    public void A_graph_of_nothing_has_no_bounds()
    {
        ServiceGraph graph = new GraphFold(GraphScope.Service).Build();

        Assert.Equal((0, null, null), (graph.Services.Count, graph.StartTime, graph.EndTime));
    }
}
