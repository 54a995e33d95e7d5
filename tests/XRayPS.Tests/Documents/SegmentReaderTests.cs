using System.Text;
using XRayPS.Core.Documents;

namespace XRayPS.Tests.Documents;

public sealed class SegmentReaderTests
{
    private const string Trace = "\"trace_id\":\"1-6ab384fb-49f310e6de4f7ea73d71f5e6\"";
    private const string Start = "\"name\":\"n\",\"id\":\"ed3067608f4fed2d\"," + Trace + ",\"start_time\":1";

    [Theory]
    [InlineData("", "entity", "ParseError", null)]
    [InlineData("null", "entity", "ParseError", null)]
    [InlineData("42", "entity", "ParseError", null)]
    [InlineData("\"text\"", "entity", "ParseError", null)]
    [InlineData("nonsense", "entity", "ParseError", null)]
    [InlineData("[{}]", "entity", "ParseError", null)]
    [InlineData(" {\"id\":", "segment", "ParseError", null)]
    [InlineData("{} {}", "segment", "ParseError", null)]
    [InlineData("{\"id\":\"a\",}", "segment", "ParseError", null)]
    [InlineData("{\"type\":\"x\"}", "entity", "UnknownType", null)]
    [InlineData("{\"id\":42}", "segment", "MissingId", null)]
    [InlineData("{\"id\":\"xyz\"}", "segment", "InvalidId", "xyz")]
    [InlineData("{\"id\":\"ed3067608f4fed2d\",\"trace_id\":\"x\"}", "segment", "MissingName", "ed3067608f4fed2d")]
    [InlineData("{\"id\":\"ed3067608f4fed2d\",\"name\":\"a{b}\",\"trace_id\":\"x\"}", "segment", "InvalidName", "ed3067608f4fed2d")]
    [InlineData("{\"id\":\"ed3067608f4fed2d\",\"name\":\"n\",\"trace_id\":7}", "segment", "MissingTraceId", "ed3067608f4fed2d")]
    [InlineData("{\"id\":\"ed3067608f4fed2d\",\"name\":\"n\",\"trace_id\":\"x\",\"start_time\":\"1\"}", "segment", "InvalidTraceId", "ed3067608f4fed2d")]
    [InlineData("{\"id\":\"ed3067608f4fed2d\",\"name\":\"n\"," + Trace + ",\"start_time\":\"1\",\"end_time\":2}", "segment", "MissingStartTime", "ed3067608f4fed2d")]
    [InlineData("{\"id\":\"ed3067608f4fed2d\",\"name\":\"n\"," + Trace + ",\"start_time\":1e999,\"end_time\":2}", "segment", "MissingStartTime", "ed3067608f4fed2d")]
    [InlineData("{" + Start + ",\"end_time\":null}", "segment", "MissingEndTime", "ed3067608f4fed2d")]
    [InlineData("{" + Start + ",\"in_progress\":\"true\"}", "segment", "MissingEndTime", "ed3067608f4fed2d")]
    [InlineData("{" + Start + ",\"in_progress\":true,\"end_time\":2,\"parent_id\":\"x\"}", "segment", "InProgressSegmentHasEndTime", "ed3067608f4fed2d")]
    [InlineData("{" + Start + ",\"end_time\":2,\"parent_id\":\"x\"}", "segment", "InvalidParentId", "ed3067608f4fed2d")]
    [InlineData("{" + Start + ",\"end_time\":2,\"type\":\"subsegment\",\"parent_id\":\"\"}", "subsegment", "MissingParentId", "ed3067608f4fed2d")]
    [InlineData("{" + Start + ",\"end_time\":2,\"type\":\"subsegment\",\"parent_id\":\"x\"}", "subsegment", "InvalidParentId", "ed3067608f4fed2d")]
    [InlineData("{" + Start + ",\"end_time\":2,\"in_progress\":true,\"type\":\"subsegment\"}", "subsegment", "InProgressSubsegmentHasEndTime", "ed3067608f4fed2d")]
    [InlineData("{" + Start + ",\"type\":\"subsegment\"}", "subsegment", "MissingEndTime", "ed3067608f4fed2d")]
    [InlineData("{" + Start + ",\"end_time\":2,\"subsegments\":[{\"id\":\"ed3067608f4fed2e\",\"name\":\"n\",\"start_time\":1,\"end_time\":2,\"subsegments\":[{}]},7]}", "subsegment", "MissingId", "ed3067608f4fed2d")]
    [InlineData("{" + Start + ",\"end_time\":2,\"subsegments\":[{\"id\":\"ed3067608f4fed2e\",\"name\":\"n\",\"start_time\":1,\"end_time\":2,\"subsegments\":[7]},{}]}", "entity", "ParseError", "ed3067608f4fed2d")]
    public void Refuses_in_the_words_of_the_service(string json, string kind, string code, string? id)
    {
        Assert.False(Read(json, out SegmentDocument? document, out DocumentRefusal? refusal));
        Assert.Null(document);
        string cause = kind == "subsegment" ? ", Cause: null" : "";
        Assert.Equal(new DocumentRefusal(id, code, $"Invalid {kind}. ErrorCode: {code}{cause}"), refusal);
    }

    [Theory]
    [InlineData("{" + Start + ",\"end_time\":-5}")]
    [InlineData("{" + Start + ",\"end_time\":2,\"type\":\"segment\",\"parent_id\":\"\"}")]
    [InlineData("{" + Start + ",\"end_time\":2,\"type\":null,\"parent_id\":null,\"http\":7,\"aws\":[],\"cause\":false,\"annotations\":\"x\",\"metadata\":3,\"sql\":[],\"links\":{},\"fault\":\"yes\"}")]
    [InlineData("{" + Start + ",\"end_time\":2,\"subsegments\":[{\"id\":\"ed3067608f4fed2e\",\"name\":\"n\",\"start_time\":1,\"end_time\":2,\"trace_id\":\"x\",\"parent_id\":\"x\",\"type\":\"x\"}]}")]
    [InlineData("\r\n\t {" + Start + ",\"end_time\":2} \n")]
    [InlineData("{\"\\u0069d\":\"ed3067608f4fed2e\",\"name\":\"Größe 変更 #1 %&=+\\\\-@_.:/\"," + Trace + ",\"start_time\":1E0,\"in_progress\":true}")]
    public void Takes(string json) => Assert.True(Read(json, out _, out DocumentRefusal? refusal), refusal?.Message);

    [Fact]
    public void Reads_every_member()
    {
        const string Json = """
            {"name":"n","id":"ed3067608f4fed2d","trace_id":"1-6ab384fb-49f310e6de4f7ea73d71f5e6","start_time":1.790149878783249E9,"end_time":1790149879,
             "origin":"AWS::EC2::Instance","user":"u","resource_arn":"arn","error":false,"throttle":true,"fault":false,"inferred":true,
             "http":{"request":{"method":"GET","url":"https://x","user_agent":"a","client_ip":"1.2.3.4","x_forwarded_for":true,"traced":true},"response":{"status":200,"content_length":-1}},
             "aws":{"ec2":{"instance_id":"i-1"},"retries":2},"service":{"version":"1.2"},
             "cause":{"working_directory":"/w","paths":["p"],"exceptions":[{"id":"e","type":"T","message":"m","remote":true,"truncated":1,"skipped":2,"cause":"c","stack":[{"path":"f","line":3,"label":"l"}]},"9f3a2818434bc94d"]},
             "annotations":{"s":"v","n":1,"d":1.5,"b":true,"nothing":null},"metadata":{"m":[1,null,{"x":1e400}]},
             "links":[{"trace_id":"t","id":"i","attributes":{"k":1}}],
             "subsegments":[{"id":"ed3067608f4fed2e","name":"s","start_time":1,"end_time":2,"namespace":"remote","precursor_ids":["ed3067608f4fed2f"],
               "sql":{"connection_string":"c","url":"u","sanitized_query":"q","database_type":"t","database_version":"v","driver_version":"d","user":"r","preparation":"call"},"cause":"9f3a2818434bc94d"}]}
            """;
        Assert.True(Read(Json, out SegmentDocument? document, out _));

        Assert.Equal(1790149878.783249, document!.StartSeconds);
        Assert.Equal(("AWS::EC2::Instance", "u", "arn", true), (document.Origin, document.User, document.ResourceArn, document.Inferred));
        Assert.Equal((false, true, false), (document.Error!.Value, document.Throttle!.Value, document.Fault!.Value));
        Assert.Equal("GET https://x 200", document.Http!.ToString());
        Assert.Equal((true, true, -1L), (document.Http.XForwardedFor!.Value, document.Http.Traced!.Value, document.Http.ContentLength!.Value));
        Assert.Equal(2L, document.Aws!["retries"]);
        SegmentException exception = document.Cause!.Exceptions[0];
        Assert.Equal(("T: m", 1, 2, "l (f:3)"), (exception.ToString(), exception.Truncated!.Value, exception.Skipped!.Value, exception.Stack![0].ToString()));
        Assert.Equal("9f3a2818434bc94d", document.Cause.Exceptions[1].Reference);
        Assert.Equal("s=v; n=1; d=1.5; b=True", document.Annotations!.ToString());
        RecordList<object?> list = Assert.IsType<RecordList<object?>>(document.Metadata!["m"]);
        Assert.Equal(1L, list[0]);
        Assert.Null(Assert.IsType<RecordMap<object?>>(list[2])["x"]);
        Assert.Equal("t/i", document.Links![0].ToString());
        SegmentDocument child = document.Subsegments[0];
        Assert.Equal(("remote", "q", "call", "9f3a2818434bc94d"), (child.Namespace, child.Sql!.SanitizedQuery, child.Sql.Preparation, child.Cause!.Reference));
        Assert.Equal("ed3067608f4fed2f", child.PrecursorIds![0]);
    }

    [Fact]
    public void The_last_of_a_member_told_twice_counts()
    {
        Assert.True(Read("{" + Start + ",\"end_time\":2,\"name\":\"other\",\"subsegments\":[{}],\"subsegments\":[]}", out SegmentDocument? document, out _));
        Assert.Equal("other", document!.Name);
    }

    [Fact]
    public void Long_names_are_cut_between_characters()
    {
        string name = new string('x', 199) + "𐐷y";
        Assert.True(Read("{\"id\":\"ed3067608f4fed2d\",\"name\":\"" + name + "\"," + Trace + ",\"start_time\":1,\"end_time\":2}", out SegmentDocument? document, out _));
        Assert.Equal(new string('x', 199), document!.Name);
    }

    [Fact]
    public void Broken_halves_of_characters_become_replacement_characters()
    {
        Assert.True(Read("{" + Start + ",\"end_time\":2,\"user\":\"a\\ud800\\tb\"}", out SegmentDocument? document, out _));
        Assert.Equal("a\ufffd\tb", document!.User);
    }

    [Fact]
    public void What_comes_back_is_read_without_checks()
    {
        SegmentDocument? document = SegmentReader.ReadReturned("""{"id":"x","subsegments":[7,{"name":"child"}],"start_time":1}""");

        Assert.Equal("x", document!.Id);
        Assert.Equal("child", Assert.Single(document.Subsegments).Name);
        Assert.Null(SegmentReader.ReadReturned("[]"));
        Assert.Null(SegmentReader.ReadReturned("{"));
        Assert.Null(SegmentReader.ReadReturned((string?)null));
    }

    private static bool Read(string json, out SegmentDocument? document, out DocumentRefusal? refusal) =>
        SegmentReader.TryRead(Encoding.UTF8.GetBytes(json), out document, out refusal);
}
