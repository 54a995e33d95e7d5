using System.Globalization;
using System.Text.RegularExpressions;
using XRayPS.Core.Rendering;
using XRayPS.Formatting;

namespace XRayPS.Module.Tests.Formatting;

public sealed partial class CellsTests
{
    [Theory]
    [InlineData(TraceStatus.Ok, "\u001b[32mOk\u001b[0m")]
    [InlineData(TraceStatus.Error, "\u001b[33mError\u001b[0m")]
    [InlineData(TraceStatus.Throttle, "\u001b[35mThrottle\u001b[0m")]
    [InlineData(TraceStatus.Fault, "\u001b[31mFault\u001b[0m")]
    public void AStatusIsAWordInItsColour(TraceStatus status, string expected) =>
        Assert.Equal(expected, Cells.Status(status));

    [Fact]
    public void AnInstantIsLocalToASecond()
    {
        DateTimeOffset local = new(new DateTime(2025, 11, 21, 12, 34, 56, 789, DateTimeKind.Local));

        Assert.Equal("2025-11-21 12:34:56", Cells.Time(local.ToUniversalTime()));
        Assert.Equal("", Cells.Time(null));
    }

    [Theory]
    [InlineData(null, TraceStatus.Fault, "")]
    [InlineData(0L, TraceStatus.Fault, "0")]
    [InlineData(3L, TraceStatus.Fault, "\u001b[31m3\u001b[0m")]
    [InlineData(3L, TraceStatus.Ok, "3")]
    public void OnlyWhatWentWrongIsColoured(long? count, TraceStatus status, string expected) =>
        Assert.Equal(expected, Cells.Count(count, status));

    [Theory]
    [InlineData("ACTIVE", "\u001b[32mACTIVE\u001b[0m")]
    [InlineData("UPDATING", "\u001b[33mUPDATING\u001b[0m")]
    [InlineData("SOMETHING_NEW", "SOMETHING_NEW")]
    [InlineData(null, "")]
    public void AStateIsColouredWhereItsMeaningIsKnown(string? state, string expected) =>
        Assert.Equal(expected, Cells.State(state));

    [Theory]
    [InlineData(80, false)]
    [InlineData(115, false)]
    [InlineData(120, true)]
    [InlineData(200, true)]
    public void TheIdShowsWhereThereIsRoomForIt(int width, bool shows)
    {
        TraceSummary summary = ViewSamples.Summaries().First();

        string cell = Plain(Cells.UrlAndId(summary, new CapturingHost(width, true, CultureInfo.InvariantCulture)));

        Assert.Equal(shows, cell.EndsWith(summary.Id!, StringComparison.Ordinal));
        Assert.StartsWith("https://shop.example.com/", cell, StringComparison.Ordinal);
        Assert.True(cell.Length <= width);
    }

    [Fact]
    public void ASummaryWithoutUrlShowsWhereItEntered()
    {
        TraceSummary summary = new() { Id = ViewSamples.TraceId, EntryPoint = new ServiceId { Name = "mail" } };

        Assert.StartsWith("mail ", Plain(Cells.UrlAndId(summary, null)), StringComparison.Ordinal);
    }

    [Fact]
    public void ACallIsCutOnBothSides()
    {
        Edge edge = new() { SourceName = new string('a', 100), TargetName = new string('b', 100) };

        string cell = Cells.Call(edge, new CapturingHost(80, true, CultureInfo.InvariantCulture));

        Assert.Matches("^a+…a+ -> b+…b+$", cell);
        Assert.Equal("a -> #3", Cells.Call(new Edge { SourceName = "a", ReferenceId = 3 }, null));
    }

    [Fact]
    public void TextIsCleanAndInvariant()
    {
        Assert.Equal("1.5", Cells.Text(1.5));
        Assert.Equal("a b", Cells.Text("a\nb"));
        Assert.Equal("x=1", Cells.Text(System.Management.Automation.PSObject.AsPSObject(new RecordMap<int> { ["x"] = 1 })));
        Assert.Equal("", Cells.Text(null));
    }

    [Fact]
    public void WorkWithoutAnEndIsInProgressUnlessItFailed()
    {
        Assert.Equal("In progress", Plain(Cells.WorkStatus(new SegmentDocument { StartSeconds = 1 })));
        Assert.Equal("Fault", Plain(Cells.WorkStatus(new SegmentDocument { StartSeconds = 1, Fault = true })));
        Assert.Equal("Throttle 429", Plain(Cells.WorkStatus(new SegmentDocument { EndSeconds = 1, Http = new SegmentHttp { Status = 429 } })));
        Assert.Equal("", Cells.WorkStatus(null));
    }

    [Fact]
    public void WorkIsTheRequestTheCallOrTheQuery()
    {
        Assert.Equal("GET https://a.example/b", Cells.Work(new SegmentDocument { Http = new SegmentHttp { Method = "GET", Url = "https://a.example/b" } }));
        Assert.Equal("SendMessage mails", Cells.Work(new SegmentDocument { Aws = new() { ["operation"] = "SendMessage", ["queue_url"] = "https://sqs.example/1/mails" } }));
        Assert.Equal("SELECT ?", Cells.Work(new SegmentDocument { Sql = new SegmentSql { SanitizedQuery = "SELECT\n?" } }));
        Assert.Equal("", Cells.Work(new SegmentDocument { Name = "local" }));
    }

    private static string Plain(string cell)
    {
        string plain = EscapeSequence().Replace(cell, "");
        Assert.Equal(plain, CellText.Clean(plain));
        return plain;
    }

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex EscapeSequence();
}
