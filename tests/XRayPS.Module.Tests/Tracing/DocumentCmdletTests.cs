using System.Text;
using System.Text.Json.Nodes;
using XRayPS.Module.Tests.Engine;
using XRayPS.Module.Tests.Session;
using XRayPS.Session;

namespace XRayPS.Module.Tests.Tracing;

[Collection(SessionCollection.Name)]
public sealed class DocumentCmdletTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose()
    {
        LocalServices.StopAll();
        XRaySession.Reset();
        _shell.Dispose();
    }

    [Fact]
    public void Subsegments_are_piped_into_their_segment()
    {
        SegmentDocument segment = Assert.Single(_shell.Run(
            """
            $stock = New-XRaySegment stock -Namespace remote -Url http://stock/ -Status 429 -StartTime 1790160000 -EndTime 1790160001
            $query = New-XRaySegment db -Sql @{ sanitized_query = 'SELECT ?' } -StartTime 1790160002 -EndTime 1790160003
            $stock, $query | New-XRaySegment shop -Annotation @{ n = [int]3; day = [DayOfWeek]::Monday } -Metadata @{ a = @{ b = 1, 2 } } -Aws @{ ec2 = @{ instance_id = 'i-1' } } -EndTime 1790160009
            """).As<SegmentDocument>());

        Assert.Equal((1790160000.0, 1790160009.0), (segment.StartSeconds, segment.EndSeconds));
        Assert.Equal("n=3; day=Monday", string.Join("; ", segment.Annotations!.OrderByDescending(pair => pair.Key).Select(pair => $"{pair.Key}={pair.Value}")));
        Assert.Equal([true, true, false], [segment.Subsegments[0].Error, segment.Subsegments[0].Throttle, segment.Subsegments[0].Fault]);
        Assert.Null(segment.Subsegments[0].TraceId);
        Assert.Equal("SELECT ?", segment.Subsegments[1].Sql!.SanitizedQuery);
        Assert.Equal("True", Assert.Single(_shell.Run("param([Parameter(ValueFromPipeline)]$s) process { Test-XRaySegment $s }", segment).Output).ToString());
    }

    [Fact]
    public void Errors_become_exceptions_with_what_caused_them()
    {
        SegmentDocument segment = Assert.Single(_shell.Run(
            """
            function Read-It { throw [IO.IOException]::new('outer', [ArgumentException]::new('inner')) }
            try { Read-It } catch { New-XRaySegment job -Exception $_ }
            """).As<SegmentDocument>());

        Assert.True(segment.Fault);
        Assert.Equal(["System.IO.IOException: outer", "System.ArgumentException: inner"], segment.Cause!.Exceptions.Select(exception => exception.ToString()));
        Assert.Equal(segment.Cause.Exceptions[1].Id, segment.Cause.Exceptions[0].Cause);
        Assert.Equal("Read-It", segment.Cause.Exceptions[0].Stack![0].Label);
    }

    [Fact]
    public void Independent_subsegments_need_their_trace_and_parent()
    {
        Assert.StartsWith("IncompleteSubsegment,", Assert.Single(_shell.Run("New-XRaySegment a -Independent").Errors).FullyQualifiedErrorId);
        Assert.Equal("subsegment", Assert.Single(
            _shell.Run("New-XRaySegment a -Independent -TraceId (New-XRayTraceId) -ParentId 53995c3f42cd8ad8").As<SegmentDocument>()).Type);
    }

    [Theory]
    [InlineData("'{\"name\":\"a\",\"id\":\"53995c3f42cd8ad8\"}'")]
    [InlineData("\"{`\"format`\": `\"json`\", `\"version`\": 1}`n{`\"name`\":`\"a`\"}\"")]
    [InlineData("@{ name = 'a' }")]
    [InlineData("[pscustomobject]@{ name = 'a' }")]
    [InlineData("'[{\"name\":\"a\"}]'")]
    public void Documents_of_all_forms_become_trees_and_JSON(string input)
    {
        Assert.Equal("a", Assert.Single(_shell.Run($"{input} | ConvertFrom-XRaySegment").As<SegmentDocument>()).Name);
        string json = Assert.Single(_shell.Run($"{input} | ConvertTo-XRaySegment").As<string>());
        Assert.Equal("True", Assert.Single(_shell.Run($"'{json}' | Test-XRaySegment").Output).ToString());
    }

    [Fact]
    public void Links_come_from_segments_texts_and_tables()
    {
        Outcome outcome = _shell.Run(
            """
            $other = New-XRaySegment other -TraceId 1-5759e988-bd862e3fe1be46a994272793 -Id 1111111111111111
            $segment = New-XRaySegment here -Link $other, '5759e988bd862e3fe1be46a994272793/2222222222222222',
                @{ trace_id = '1-5759e988-bd862e3fe1be46a994272793'; id = '3333333333333333'; attributes = @{ age = 5 } }
            $segment
            $segment | Test-XRaySegment -Detailed
            try { New-XRaySegment here -Link nonsense } catch { $_.Exception.Message }
            """);

        Assert.Equal(2, outcome.Output.Count);
        SegmentDocument segment = Assert.IsType<SegmentDocument>(outcome.Output[0].BaseObject);
        Assert.All(segment.Links!, link => Assert.Equal("1-5759e988-bd862e3fe1be46a994272793", link.TraceId));
        Assert.Equal(["1111111111111111", "2222222222222222", "3333333333333333"], segment.Links!.Select(link => link.Id));
        Assert.Equal(5L, segment.Links![2].Attributes!["age"]);
        Assert.StartsWith("'nonsense' is no link", outcome.Output[1].ToString());
    }

    [Fact]
    public void Flags_are_said_or_follow_from_the_status_and_exceptions()
    {
        IReadOnlyList<SegmentDocument> segments = _shell.Run(
            """
            New-XRaySegment a -Fault
            New-XRaySegment a -Error
            New-XRaySegment a -Throttle
            New-XRaySegment a -Error -Status 503
            New-XRaySegment a -Status 404
            New-XRaySegment a -Status 200
            New-XRaySegment a -Exception failed -Status 404
            """).As<SegmentDocument>();

        Assert.Equal(
            [
                (null, null, true), (true, null, null), (true, true, null), (true, false, true), (true, false, false),
                (null, null, null), (true, false, true),
            ],
            segments.Select(segment => (segment.Error, segment.Throttle, segment.Fault)));
    }

    [Fact]
    public void Every_member_can_be_said_and_travels()
    {
        Outcome outcome = _shell.Run(
            """
            $first = New-XRaySegment a -Id 1111111111111111
            $second = New-XRaySegment b -Precursor $first, 2222222222222222 -CauseId 3333333333333333 -Traced -XForwardedFor `
                -ContentLength 12 -Service @{ runtime = 'pwsh' } -ServiceVersion 7
            $second | ConvertTo-XRaySegment | ConvertFrom-XRaySegment
            New-XRaySegment b -XForwardedFor:$false -Traced:$false
            """);

        SegmentDocument segment = outcome.As<SegmentDocument>()[0];
        Assert.Equal(["1111111111111111", "2222222222222222"], segment.PrecursorIds!);
        Assert.Equal("3333333333333333", segment.Cause!.Reference);
        Assert.Equal((true, true, 12L), (segment.Http!.Traced, segment.Http.XForwardedFor, segment.Http.ContentLength));
        Assert.Equal(("pwsh", "7"), (segment.Service!["runtime"], segment.Service["version"]));
        Assert.Null(outcome.As<SegmentDocument>()[1].Http);
    }

    [Theory]
    [InlineData("-Precursor x", "InvalidId,", "'x' is no id")]
    [InlineData("-CauseId 12", "InvalidId,", "'12' is no id")]
    [InlineData("-CauseId 3333333333333333 -Exception failed", "TwoCauses,", "-Exception or -CauseId")]
    public void What_cannot_be_said_is_refused_with_a_sentence(string arguments, string id, string sentence)
    {
        Outcome outcome = _shell.Run($"New-XRaySegment a {arguments}");

        Assert.StartsWith(id, Assert.Single(outcome.Errors).FullyQualifiedErrorId);
        Assert.Contains(sentence, outcome.Errors[0].ToString());
    }

    [Fact]
    public void What_is_no_document_is_an_error_that_says_where_it_breaks()
    {
        Outcome outcome = _shell.Run("'{\"name\":', '{\"name\":\"b\"}' | ConvertFrom-XRaySegment");

        Assert.StartsWith("InvalidSegment,", Assert.Single(outcome.Errors).FullyQualifiedErrorId);
        Assert.Contains("line 1", outcome.Errors[0].ToString());
        Assert.Equal("b", Assert.Single(outcome.As<SegmentDocument>()).Name);
    }

    [Fact]
    public void Test_says_yes_or_no_or_everything()
    {
        Assert.Equal("False", Assert.Single(_shell.Run("Test-XRaySegment @{ name = 'a' }").Output).ToString());
        Assert.Equal(["ParseError"], _shell.Run("Test-XRaySegment '[]' -Detailed").As<SegmentFinding>().Select(finding => finding.Code));
        IReadOnlyList<SegmentFinding> findings = _shell.Run("Test-XRaySegment -Detailed @{ name = 'a'; odd = 1; end_time = 1790160000 }").As<SegmentFinding>();
        Assert.Equal(["MissingId", "MissingTraceId", "MissingStartTime", "UnknownMember"], findings.Select(finding => finding.Code));
    }

    [Fact]
    public async Task A_trace_written_again_gives_the_same_summary_and_graph()
    {
        _shell.Run("$source = Start-XRayLocalService -Port 0 -DaemonPort 0 -Demo; $target = Start-XRayLocalService -Port 0 -DaemonPort 0 -NoConnect");
        Outcome copied = _shell.Run(
            "Get-XRayTraceSummary -Last 6h | Get-XRayTrace | ConvertTo-XRaySegment | Write-XRaySegment -EndpointUrl $target.Endpoint");
        Assert.Empty(copied.Errors);
        string[] endpoints = [.. _shell.Run("$source.Endpoint.ToString(); $target.Endpoint.ToString()").As<string>()];

        JsonArray before = await SummariesAsync(endpoints[0]);
        JsonArray after = await SummariesAsync(endpoints[1]);
        Assert.True(before.Count > 10);
        Assert.Equal(before.ToJsonString(), after.ToJsonString());
        foreach (string id in before.Select(summary => summary!["Id"]!.GetValue<string>()))
        {
            JsonObject request = new() { ["TraceIds"] = new JsonArray(id) };
            Assert.Equal(
                (await AskAsync(endpoints[0], "TraceGraph", request)).ToJsonString(),
                (await AskAsync(endpoints[1], "TraceGraph", request)).ToJsonString());
        }
    }

    [Fact]
    public void Thousands_of_documents_arrive_and_each_refusal_is_an_error()
    {
        Outcome outcome = _shell.Run(
            """
            Start-XRayLocalService -Port 0 -DaemonPort 0 | ForEach-Object { $null = $_ }
            $id = New-XRayTraceId
            1..1234 | ForEach-Object { if ($_ % 100) { New-XRaySegment "s$_" -TraceId $id } else { @{ name = 'bad'; id = "$_" } } } | Write-XRaySegment
            (Get-XRayTrace $id).Segments.Count
            """);

        Assert.Equal(1222, Assert.Single(outcome.Output).BaseObject);
        Assert.Equal(12, outcome.Errors.Count);
        Assert.All(outcome.Errors, error => Assert.StartsWith("InvalidId,", error.FullyQualifiedErrorId));
    }

    [Fact]
    public void A_large_segment_goes_out_in_several_datagrams()
    {
        Outcome outcome = _shell.Run(
            """
            Start-XRayLocalService -Port 0 -DaemonPort 0 | ForEach-Object { $null = $_ }
            $id = New-XRayTraceId
            1..30 | ForEach-Object { New-XRaySegment "part$_" -Metadata @{ x = 'y' * 4000 } } | New-XRaySegment large -TraceId $id | Write-XRaySegment -Daemon
            for ($i = 0; $i -lt 200 -and $count -ne 30; $i++) { $count = (Get-XRayTrace $id -ErrorAction Ignore).Segments.Parsed.Subsegments.Count }
            $count
            """);

        Assert.Equal(30, Assert.Single(outcome.Output).BaseObject);
    }

    private static async Task<JsonArray> SummariesAsync(string endpoint)
    {
        JsonObject request = new() { ["StartTime"] = DateTimeOffset.UtcNow.AddHours(-6).ToUnixTimeSeconds(), ["EndTime"] = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds() };
        List<JsonNode> all = [];
        while (true)
        {
            JsonNode page = await AskAsync(endpoint, "TraceSummaries", request);
            all.AddRange(page["TraceSummaries"]!.AsArray().Select(summary => summary!.DeepClone()));
            if (page["NextToken"]?.GetValue<string>() is not { } token)
            {
                break;
            }

            request["NextToken"] = token;
        }

        foreach (JsonNode summary in all)
        {
            // How often and when documents arrived is the sending's, not the trace's.
            summary.AsObject().Remove("Revision");
            summary.AsObject().Remove("MatchedEventTime");
        }

        return [.. all.OrderBy(summary => summary["Id"]!.GetValue<string>(), StringComparer.Ordinal)];
    }

    private static async Task<JsonNode> AskAsync(string endpoint, string path, JsonObject request)
    {
        using HttpClient http = new() { BaseAddress = new Uri(endpoint) };
        using StringContent content = new(request.ToJsonString(), Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await http.PostAsync(path, content);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }
}
