using System.Diagnostics;
using System.Text;
using FsCheck.Xunit;
using XRayPS.Core.Documents;

namespace XRayPS.Tests.Documents;

public sealed class HostileInputTests
{
    private const string Good = """
        {"name":"n","id":"ed3067608f4fed2d","trace_id":"1-6ab384fb-49f310e6de4f7ea73d71f5e6","start_time":1,"end_time":2,"cause":{"exceptions":[{"stack":[{"line":1}]}]},"http":{"request":{"url":"\u00e9"}},"metadata":{"a":[1,2.5,"x"]},"subsegments":[{"id":"ed3067608f4fed2e","name":"s","start_time":1,"end_time":2}]}
        """;

    [Property(MaxTest = 500)]
    public bool Any_bytes_are_taken_or_refused(byte[] bytes) =>
        SegmentReader.TryRead(bytes, out _, out DocumentRefusal? refusal) == refusal is null;

    [Property(MaxTest = 500)]
    public bool Any_damage_is_taken_or_refused(int position, byte value, bool cut)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Good);
        int at = (int)((uint)position % bytes.Length);
        bytes[at] = value;
        byte[] damaged = cut ? bytes[..at] : bytes;
        _ = SegmentReader.ReadReturned(damaged);
        return SegmentReader.TryRead(damaged, out _, out DocumentRefusal? refusal) == refusal is null;
    }

    [Theory]
    [InlineData("{\"subsegments\":[", 10_000)]
    [InlineData("{\"metadata\":{\"a\":", 10_000)]
    [InlineData("[", 1_000_000)]
    [InlineData("{\"metadata\":[[", 100_000)]
    public void Deep_nesting_is_refused(string part, int times)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(part, times)));
        Assert.False(SegmentReader.TryRead(bytes, out _, out DocumentRefusal? refusal));
        Assert.Equal("ParseError", refusal!.Code);
    }

    [Theory]
    [InlineData("\ufeff{}")]
    [InlineData("{\"id\":\"ed3067608f4fed2d\"\0}")]
    [InlineData("{// comment\n}")]
    public void What_is_not_JSON_is_refused(string text)
    {
        Assert.False(SegmentReader.TryRead(Encoding.UTF8.GetBytes(text), out _, out DocumentRefusal? refusal));
        Assert.Equal("ParseError", refusal!.Code);
    }

    [Fact]
    public void Invalid_UTF8_is_refused()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Good);
        bytes[Good.IndexOf("\"n\"", StringComparison.Ordinal) + 1] = 0xff;
        Assert.False(SegmentReader.TryRead(bytes, out _, out DocumentRefusal? refusal));
        Assert.Equal("Invalid segment. ErrorCode: ParseError", refusal!.Message);
    }

    [Fact]
    public void Size_costs_time_in_proportion()
    {
        string digits = new('9', 200_000);
        string members = string.Join(',', Enumerable.Range(0, 50_000).Select(i => $"\"k{i % 10}\":{i}"));
        string json = Good.Replace("\"metadata\":{", $"\"metadata\":{{\"n\":{digits},{members},", StringComparison.Ordinal);
        Stopwatch watch = Stopwatch.StartNew();
        Assert.True(SegmentReader.TryRead(Encoding.UTF8.GetBytes(json), out SegmentDocument? document, out _));
        Assert.Equal(12, document!.Metadata!.Count);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), watch.Elapsed.ToString());
    }
}
