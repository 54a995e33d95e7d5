using System.Text;
using XRayPS.Core.Model;
using XRayPS.Core.Wire;

namespace XRayPS.Tests.Wire;

public sealed class SegmentDocumentTextsTests
{
    [Theory]
    [InlineData("""{"TraceSegmentDocuments":["{}"]}""")]
    [InlineData("""{ "TraceSegmentDocuments" : [ "{\"name\":\"a\\\"b\"}", "", "\u00fc ü 😀 \ud83d\ude00 \n\\" ] } """)]
    [InlineData("""{"TraceSegment\u0044ocuments":["a"]}""")]
    [InlineData("""{"TraceSegmentDocuments":[]}""")]
    public void What_is_read_is_what_the_shape_reads(string body)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(body);
        PutTraceSegmentsRequest request = Operations.PutTraceSegments.Request.Parse(utf8, ReadContext.Service);
        Assert.Equal(request.TraceSegmentDocuments!.Select(Encoding.UTF8.GetBytes), SegmentDocumentTexts.Read(utf8));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"TraceSegmentDocuments":null}""")]
    [InlineData("""{"TraceSegmentDocuments":"a"}""")]
    [InlineData("""{"TraceSegmentDocuments":["a",null]}""")]
    [InlineData("""{"TraceSegmentDocuments":["a",1]}""")]
    [InlineData("""{"TraceSegmentDocuments":["a"]} more""")]
    [InlineData("""{"TraceSegmentDocuments":["a"]""")]
    [InlineData("""{"TraceSegmentDocuments":["a\ud83d"]}""")]
    [InlineData("""{"Other":1,"TraceSegmentDocuments":["a"]}""")]
    [InlineData("""{"TraceSegmentDocuments":["a"],"TraceSegmentDocuments":["b"]}""")]
    public void Every_other_form_is_left_to_the_shape(string body) =>
        Assert.Null(SegmentDocumentTexts.Read(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void Bytes_that_are_no_text_are_left_to_the_shape() =>
        Assert.Null(SegmentDocumentTexts.Read([.. """{"TraceSegmentDocuments":["a"""u8, 0xff, .. "\"]}"u8]));
}
