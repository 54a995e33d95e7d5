using XRayPS.Core.Summaries;
using XRayPS.Tests.Support;

namespace XRayPS.Tests.Summaries;

/// <summary>
/// Paths are written as services joined by <c>-></c>, each with its entities in brackets; <c>!</c> marks a path that starts
/// at the root, <c>~</c> an inferred service, <c>*</c> a remote call, and braces hold exceptions.
/// </summary>
public sealed class RootCauseTests
{
    private const string Thrown = "'fault':true,'cause':{'exceptions':[{'id':'e1','type':'T','message':'m'}]}";

    [Theory]
    [InlineData("a flag without evidence is no cause", "", "{'id':'a','fault':true}")]
    [InlineData("an HTTP status is no flag", "", "{'id':'a','http':{'response':{'status':500}},'cause':{'exceptions':[{}]}}")]
    [InlineData("an exception without flag is no cause", "", "{'id':'a','cause':{'exceptions':[{'id':'e1'}]}}")]
    [InlineData("the owner of an exception", "! na[na{T}]", "{'id':'a'," + Thrown + "}")]
    [InlineData("flags stay in the middle and go at the end", "! na[na nb nc{T}]",
        "{'id':'a','fault':true,'subsegments':[{'id':'b','fault':true,'subsegments':[{'id':'c'," + Thrown + ",'subsegments':[{'id':'d','fault':true}]}]}]}")]
    [InlineData("an exception below work without flag", "! na[na{T}]",
        "{'id':'a'," + Thrown + ",'subsegments':[{'id':'b','subsegments':[{'id':'c'," + Thrown + "}]}]}")]
    [InlineData("a failing call needs no exception", "! na[na nb*] -> ~nb[nb]",
        "{'id':'a','fault':true,'subsegments':[{'id':'b','namespace':'remote','fault':true}]}")]
    [InlineData("a failing call is preferred over local work", "! na[na nc*] -> ~nc[nc]",
        "{'id':'a','fault':true,'subsegments':[{'id':'b'," + Thrown + "},{'id':'c','namespace':'remote','fault':true}]}")]
    [InlineData("a failing call deep in local work is preferred too", "! na[na nc nd*] -> ~nd[nd]",
        "{'id':'a','fault':true,'subsegments':[{'id':'b'," + Thrown + "},{'id':'c','fault':true,'subsegments':[{'id':'d','namespace':'remote','fault':true}]}]}")]
    [InlineData("a reference is preferred over a failing call, which then stands alone", "! na[na nb{T}] | ~nc[nc]",
        "{'id':'a','fault':true,'cause':'e1','subsegments':[{'id':'b'," + Thrown + "},{'id':'c','namespace':'remote','fault':true}]}")]
    [InlineData("a reference to a call's exception leads on to the callee", "! na[na nb*{T}] -> ~nb[nb]",
        "{'id':'a','fault':true,'cause':'e1','subsegments':[{'id':'b','namespace':'remote'," + Thrown + "}]}")]
    [InlineData("a reference may cross services", "! na[na nb*] -> nc[nc nd{T}]",
        "{'id':'a','fault':true,'cause':'e1','subsegments':[{'id':'b','namespace':'remote','fault':true}]}", "{'id':'c','parent_id':'b','subsegments':[{'id':'d'," + Thrown + "}]}")]
    [InlineData("a reference to nothing", "", "{'id':'a','fault':true,'cause':'e9'}")]
    [InlineData("a reference to a segment", "", "{'id':'a','fault':true,'cause':'b','subsegments':[{'id':'b'}]}")]
    [InlineData("a text among exceptions comes out empty", "! na[na{}]", "{'id':'a','fault':true,'cause':{'exceptions':['e1']}}")]
    [InlineData("two failing calls: one path, the other alone", "! na[na nb*] -> ~nb[nb] | ~nc[nc]",
        "{'id':'a','fault':true,'subsegments':[{'id':'b','namespace':'remote','fault':true},{'id':'c','namespace':'remote','fault':true}]}")]
    [InlineData("a callee that reported itself", "! na[na nb*] -> nc[nc{T}]",
        "{'id':'a','fault':true,'subsegments':[{'id':'b','namespace':'remote','fault':true}]}", "{'id':'c','parent_id':'b'," + Thrown + "}")]
    [InlineData("a callee that reported a flag alone, as OpenTelemetry does of an answer of 500", "",
        "{'id':'a','fault':true,'subsegments':[{'id':'b','namespace':'remote','fault':true}]}", "{'id':'c','parent_id':'b','fault':true}")]
    [InlineData("a callee of a segment", "! na[na] -> nc[nc{T}]", "{'id':'a','fault':true}", "{'id':'c','parent_id':'a'," + Thrown + "}")]
    [InlineData("a callee that is well ends the path", "! na[na nb*{T}]",
        "{'id':'a','fault':true,'subsegments':[{'id':'b','namespace':'remote'," + Thrown + "}]}", "{'id':'c','parent_id':'b'}")]
    [InlineData("a well root", "nc[nc{T}]", "{'id':'a','subsegments':[{'id':'b','namespace':'remote','fault':true}]}", "{'id':'c','parent_id':'b'," + Thrown + "}")]
    [InlineData("a well root, and calls fail in two services", "nc[nc nd*] -> ~nd[nd] | ne[ne{T}]",
        "{'id':'a','subsegments':[{'id':'b','namespace':'remote'}]}", "{'id':'c','parent_id':'b','fault':true,'subsegments':[{'id':'d','namespace':'remote','fault':true}]}", "{'id':'e','parent_id':'a'," + Thrown + "}")]
    [InlineData("an orphan", "na[na{T}]", "{'id':'a','parent_id':'f'," + Thrown + "}")]
    [InlineData("the second root", "! na[na{T}] | nb[nb{T}]", "{'id':'b','start_time':5," + Thrown + "}", "{'id':'a'," + Thrown + "}")]
    [InlineData("an AWS resource", "! na[na S3*] -> ~bkt[S3]",
        "{'id':'a','fault':true,'subsegments':[{'id':'b','name':'S3','namespace':'aws','fault':true,'aws':{'operation':'o','bucket_name':'bkt'}}]}")]
    public void Faults(string rule, string expected, params string[] documents)
    {
        TraceSummary summary = SummaryFold.Summarize(TraceBuilder.Of(documents));
        string found = string.Join(" | ", summary.FaultRootCauses.Select(Print));
        Assert.True(expected == found, $"{rule}: expected '{expected}', found '{found}'");
        Assert.Empty(summary.ErrorRootCauses);
    }

    [Fact]
    public void Errors_follow_the_error_flag_alone()
    {
        TraceSummary summary = SummaryFold.Summarize(TraceBuilder.Of(
            "{'id':'a','error':true,'subsegments':[{'id':'b','namespace':'aws','error':true,'throttle':true},{'id':'c','fault':true,'cause':{'exceptions':[{}]}}]}"));

        ErrorRootCause cause = Assert.Single(summary.ErrorRootCauses);
        Assert.Equal("na [na > nb] -> nb", cause.ToString());
        Assert.True(cause.ClientImpacting);
        Assert.Equal("AWS::nb", cause.Services[1].Type);
        Assert.Empty(summary.FaultRootCauses);
    }

    [Theory]
    [InlineData("0000000000000001", "0000000000000002")]
    [InlineData("317bd03fdc66777a", "ed3067608f4fed2d")]
    public void Equal_local_branches_are_chosen_by_the_order_of_a_hash_map(string one, string other)
    {
        string first = JavaHash.Bucket(one, 16) <= JavaHash.Bucket(other, 16) ? one : other;
        foreach (string[] order in new[] { new[] { one, other }, [other, one] })
        {
            TraceSummary summary = SummaryFold.Summarize(TraceBuilder.Of(
                $"{{'id':'a','fault':true,'subsegments':[{{'id':'{order[0]}','name':'{order[0]}',{Thrown}}},{{'id':'{order[1]}','name':'{order[1]}',{Thrown}}}]}}"));
            Assert.Equal(first, Assert.Single(summary.FaultRootCauses).Services[0].EntityPath[1].Name);
        }
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("a", 1)]
    [InlineData("Aa", 0)]
    [InlineData("BB", 0)]
    public void Buckets_are_those_of_Java(string id, int expected) => Assert.Equal(expected, JavaHash.Bucket(id, 16));

    [Theory]
    [InlineData("nothing longer than half", "", "{'id':'a','end_time':4,'subsegments':[{'id':'b','end_time':2},{'id':'c','end_time':1}]}")]
    [InlineData("local work", "! na[na 1,nb 0.7]", "{'id':'a','end_time':4,'subsegments':[{'id':'b','end_time':2.8},{'id':'c','end_time':2.5}]}")]
    [InlineData("the longest each time", "! na[na 1,nc 1,nd 0.75]", "{'id':'a','end_time':4,'subsegments':[{'id':'b','end_time':3},{'id':'c','end_time':4,'subsegments':[{'id':'d','end_time':3}]}]}")]
    [InlineData("of equals the earliest", "! na[na 1,nc 0.75]", "{'id':'a','end_time':4,'subsegments':[{'id':'b','start_time':0.5,'end_time':3.5},{'id':'c','start_time':0.1,'end_time':3.1}]}")]
    [InlineData("longer than the root", "", "{'id':'a','end_time':4,'subsegments':[{'id':'b','end_time':5}]}")]
    [InlineData("an inferred callee", "! na[na 1,nb 0.75*] -> ~nb[nb 0.75]", "{'id':'a','end_time':4,'subsegments':[{'id':'b','end_time':3,'namespace':'remote'}]}")]
    [InlineData("a callee that took longer than the root", "! na[na 1,nb 0.75*]", "{'id':'a','end_time':4,'subsegments':[{'id':'b','end_time':3,'namespace':'remote'}]}", "{'id':'c','parent_id':'b','end_time':9}")]
    [InlineData("a callee that took less than half", "! na[na 1,nb 0.75*]", "{'id':'a','end_time':4,'subsegments':[{'id':'b','end_time':3,'namespace':'remote'}]}", "{'id':'c','parent_id':'b','end_time':2}")]
    [InlineData("a running child", "", "{'id':'a','end_time':4,'subsegments':[{'id':'b','in_progress':true}]}")]
    [InlineData("a running root", "", "{'id':'a','in_progress':true,'subsegments':[{'id':'b'}]}")]
    [InlineData("no time at all", "", "{'id':'a','end_time':0,'subsegments':[{'id':'b','end_time':0}]}")]
    [InlineData("a queue's time is not told", "! na[na 1,SQS 0.75*] -> ~q[SQS 0.75]", "{'id':'a','end_time':4,'subsegments':[{'id':'b','end_time':3,'namespace':'aws','name':'SQS','aws':{'operation':'SendMessage','queue_url':'q'}}]}")]
    public void Response_times(string rule, string expected, params string[] documents)
    {
        TraceSummary summary = SummaryFold.Summarize(TraceBuilder.Of(documents));
        string found = string.Join(" | ", summary.ResponseTimeRootCauses.Select(Print));
        Assert.True(expected == found, $"{rule}: expected '{expected}', found '{found}'");
    }

    private static string Print(FaultRootCause cause) =>
        (cause.ClientImpacting == true ? "! " : "") + string.Join(" -> ", cause.Services.Select(static service =>
            $"{(service.Inferred == true ? "~" : "")}{service.Name}[{string.Join(' ', service.EntityPath.Select(static entity =>
                $"{entity.Name}{(entity.Remote == true ? "*" : "")}{(entity.Exceptions.Count > 0 ? $"{{{string.Join(',', entity.Exceptions.Select(static thrown => thrown.Name))}}}" : "")}"))}]"));

    private static string Print(ResponseTimeRootCause cause) =>
        (cause.ClientImpacting == true ? "! " : "") + string.Join(" -> ", cause.Services.Select(static service =>
            $"{(service.Inferred == true ? "~" : "")}{service.Name}[{string.Join(',', service.EntityPath.Select(static entity =>
                FormattableString.Invariant($"{entity.Name} {entity.Coverage}{(entity.Remote == true ? "*" : "")}")))}]"));
}
