using System.Collections;
using System.Management.Automation;
using XRayPS.Core.Documents;
using XRayPS.Module.Tests.Session;
using XRayPS.Session;
using Outcome = XRayPS.Module.Tests.Engine.Outcome;

namespace XRayPS.Module.Tests.Queries;

[Collection(SessionCollection.Name)]
public sealed class WriteTests : LocalXRay
{
    private readonly string _trace = TraceId.New(TimeProvider.System);

    [Fact]
    public void An_array_is_split()
    {
        string json = $"[{Document(_trace, "1000000000000001")},\n {Document(_trace, "1000000000000002")}]";

        Outcome outcome = Good("$input | Write-XRaySegment -PassThru -Verbose", json);

        Assert.Equal(2, outcome.Output.Count);
        Assert.Single(outcome.Verbose, line => line.StartsWith("PutTraceSegments:", StringComparison.Ordinal));
        Assert.Equal(2, Assert.Single(Good($"Get-XRayTrace {_trace}").As<Trace>()).Segments.Count);
    }

    [Fact]
    public void A_hashtable_with_dates_is_a_document()
    {
        Hashtable table = new()
        {
            ["trace_id"] = _trace,
            ["id"] = "1000000000000001",
            ["name"] = "demo",
            ["start_time"] = DateTime.UtcNow.AddSeconds(-2),
            ["end_time"] = DateTimeOffset.Now,
            ["annotations"] = new Hashtable { ["n"] = 3, ["f"] = 0.5, ["t"] = "text", ["b"] = true },
            ["subsegments"] = new object[]
            {
                new Hashtable { ["id"] = "1000000000000002", ["name"] = "inner", ["start_time"] = DateTime.Now, ["end_time"] = DateTime.Now },
            },
        };

        Good("$input | Write-XRaySegment", table);

        SegmentDocument document = Assert.Single(Assert.Single(Good($"Get-XRayTrace {_trace}").As<Trace>()).Segments).Parsed!;
        Assert.Equal(2, document.Duration!.Value, 0.5);
        Assert.Equal(4, document.Annotations!.Count);
        Assert.Equal("inner", Assert.Single(document.Subsegments).Name);
    }

    [Fact]
    public void An_object_and_a_tree_and_a_trace_are_documents()
    {
        string other = TraceId.New(TimeProvider.System);
        PSObject custom = new();
        custom.Properties.Add(new PSNoteProperty("trace_id", _trace));
        custom.Properties.Add(new PSNoteProperty("id", "1000000000000001"));
        custom.Properties.Add(new PSNoteProperty("name", "custom"));
        custom.Properties.Add(new PSNoteProperty("start_time", 1.5));
        custom.Properties.Add(new PSNoteProperty("end_time", 2));
        SegmentDocument tree = new()
        {
            TraceId = other, Id = "1000000000000002", Name = "tree", StartSeconds = 1, EndSeconds = 2,
        };

        Assert.Same(tree, Good("$input | Write-XRaySegment -PassThru", custom, tree).Output[1].BaseObject);
        Trace[] traces = [.. Good($"Get-XRayTrace {_trace}, {other}").As<Trace>()];
        Assert.Equal(["custom", "tree"], traces.Select(trace => trace.Name));

        Good("Start-XRayLocalService -Port 0 -DaemonPort 0");
        Good("$input | Write-XRaySegment", traces);
        Assert.Equal(["custom", "tree"], Good($"Get-XRayTrace {_trace}, {other}").As<Trace>().Select(trace => trace.Name));
    }

    [Fact]
    public void Inferred_segments_are_not_written_back()
    {
        string now = FormattableString.Invariant($"{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}");
        Good("$input | Write-XRaySegment", Document(
            _trace, "1000000000000001",
            more: $$""","subsegments":[{"id":"1000000000000002","name":"db","namespace":"remote","start_time":{{now}},"end_time":{{now}}}]"""));
        Trace trace = Assert.Single(Good($"Get-XRayTrace {_trace}").As<Trace>());
        Assert.Equal(2, trace.Segments.Count);

        Assert.Single(Good("$input | Write-XRaySegment -PassThru", trace).Output);
    }

    [Fact]
    public void Malformed_documents_are_one_error_each_among_good_ones_and_a_large_one()
    {
        string huge = Document(_trace, "1000000000000002", more: $",\"metadata\":{{\"x\":\"{new string('x', 70_000)}\"}}");
        string noId = "{\"trace_id\":\"" + _trace + "\",\"name\":\"no id\",\"start_time\":1,\"end_time\":2}";

        Outcome outcome = Shell.Run(
            "$input | Write-XRaySegment -PassThru",
            Document(_trace, "1000000000000001"), huge, "{ nonsense", noId, Document(_trace, "1000000000000003"));

        Assert.Equal(3, outcome.Output.Count);
        Assert.Equal(2, outcome.Errors.Count);
        Assert.Equivalent(new[] { "{ nonsense", noId }, outcome.Errors.Select(error => (string)error.TargetObject), strict: true);
        Assert.All(outcome.Errors, error =>
        {
            Assert.Equal(ErrorCategory.InvalidData, error.CategoryInfo.Category);
            Assert.Matches(@"was refused: .+\(PutTraceSegments, request id [0-9a-f-]{36}\)$", error.ToString());
        });
        Assert.Equal(3, Assert.Single(Good($"Get-XRayTrace {_trace}").As<Trace>()).Segments.Count);
    }

    [Fact]
    public void What_is_no_document_is_an_error_and_the_others_go()
    {
        Outcome outcome = Shell.Run("$input | Write-XRaySegment", 5, Document(_trace, "1000000000000001"));

        ErrorRecord error = Assert.Single(outcome.Errors);
        Assert.StartsWith("InvalidSegment,", error.FullyQualifiedErrorId);
        Assert.Equal(5, error.TargetObject);
        Assert.Single(Good($"Get-XRayTrace {_trace}").Output);
    }

    [Fact]
    public void Documents_go_fifty_at_a_time()
    {
        Outcome outcome = Good(
            "$input | Write-XRaySegment -Verbose",
            [.. Enumerable.Range(0, 101).Select(i => Document(_trace, (0x1000 + i).ToString("x16")))]);

        Assert.Equal(3, outcome.Verbose.Count(line => line.StartsWith("PutTraceSegments:", StringComparison.Ordinal)));
        Assert.Equal(101, Assert.Single(Good($"Get-XRayTrace {_trace}").As<Trace>()).Segments.Count);
    }

    [Fact]
    public void WhatIf_writes_nothing()
    {
        Good("$input | Write-XRaySegment -WhatIf", Document(_trace, "1000000000000001"));

        Assert.Empty(Good("Get-XRayTraceSummary").Output);
    }

    [Fact]
    public void The_daemon_port_takes_documents()
    {
        Good("$input | Write-XRaySegment -Daemon", Document(_trace, "1000000000000001"));

        Assert.True(SpinWait.SpinUntil(() => LocalServices.All[0].ReadCounters().Traces == 1, TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public void A_document_that_no_datagram_holds_is_an_error()
    {
        string huge = Document(_trace, "1000000000000002", more: $",\"metadata\":{{\"x\":\"{new string('x', 70_000)}\"}}");

        Outcome outcome = Shell.Run("$input | Write-XRaySegment -Daemon -PassThru", huge, Document(_trace, "1000000000000001"));

        Assert.Equal(huge, Assert.Single(outcome.Errors).TargetObject);
        Assert.Single(outcome.Output);
    }

    [Fact]
    public void Telemetry_is_taken_as_counters_and_as_records()
    {
        Good("Write-XRayTelemetry -SegmentsReceived 3 -SegmentsSent 2 -BackendConnectionErrors @{ TimeoutCount = 1 } -Hostname web1");
        Outcome records = Good("1..12 | ForEach-Object { @{ SegmentsReceivedCount = $_ } } | Write-XRayTelemetry -Verbose");

        Assert.Equal(2, records.Verbose.Count(line => line.StartsWith("PutTelemetryRecords:", StringComparison.Ordinal)));
        Assert.StartsWith("ValidationException,", Assert.Single(
            Shell.Run($"Write-XRayTelemetry -EC2InstanceId {new string('i', 21)}").Errors).FullyQualifiedErrorId);
    }

    [Fact]
    public void The_encryption_setting_is_read_and_set_and_waited_for()
    {
        Assert.Equal("NONE", Assert.Single(Good("Get-XRayEncryptionConfig").As<EncryptionConfig>()).Type);

        EncryptionConfig updating = Assert.Single(
            Good("Set-XRayEncryptionConfig KMS -KeyId alias/traces -Confirm:$false").As<EncryptionConfig>());
        Assert.Equal(("KMS", "UPDATING"), (updating.Type, updating.Status));
        EncryptionConfig active = Assert.Single(
            Good("Get-XRayEncryptionConfig | Wait-XRayEncryptionConfig -TimeoutSec 20").As<EncryptionConfig>());
        Assert.Equal("ACTIVE", active.Status);

        // What is not named stays: KMS without a key keeps the key.
        Assert.Equal(active.KeyId, Assert.Single(Good("Set-XRayEncryptionConfig kms -Wait").As<EncryptionConfig>()).KeyId);
        Assert.Empty(Good("Set-XRayEncryptionConfig NONE -WhatIf").Output);
        Assert.Equal("KMS", Assert.Single(Good("Get-XRayEncryptionConfig").As<EncryptionConfig>()).Type);
    }

    [Fact]
    public void Any_operation_can_be_invoked()
    {
        Outcome outcome = Good(
            "(Invoke-XRayOperation getencryptionconfig).EncryptionConfig.Type; "
            + "(Invoke-XRayOperation GetTraceSummaries @{ StartTime = [DateTime]::Now.AddHours(-1); EndTime = [DateTime]::Now }).TracesProcessedCount; "
            + "('{\"StartTime\":1,\"EndTime\":2}' | Invoke-XRayOperation GetTraceSummaries).TraceSummaries.Count; "
            + "Invoke-XRayOperation PutTraceSegments '{}' -WhatIf");

        Assert.Equal(["NONE", 0L, 0], outcome.Output.Select(item => item.BaseObject));
        Assert.StartsWith("OperationNotFound,", Assert.Single(Shell.Run("Invoke-XRayOperation Nonsense").Errors).FullyQualifiedErrorId);
        ErrorRecord refused = Assert.Single(Shell.Run("Invoke-XRayOperation PutTraceSegments '{\"TraceSegmentDocuments\":[]}'").Errors);
        Assert.StartsWith("InvalidRequestException,", refused.FullyQualifiedErrorId);
    }

    [Fact]
    public void A_presigned_url_holds_members_and_signature()
    {
        string url = Assert.Single(Good(
            "New-XRayPresignedUrl GetGroup -Parameter @{ GroupName = 'a b' } -ExpiresIn 300 -Region eu-west-1 -AccessKey AKIDEXAMPLE -SecretKey secret")
            .As<string>());

        Assert.StartsWith("https://xray.eu-west-1.amazonaws.com/GetGroup?GroupName=a%20b&X-Amz-Algorithm=AWS4-HMAC-SHA256&", url);
        Assert.Matches("&X-Amz-Expires=300&.*&X-Amz-Signature=[0-9a-f]{64}$", url);
    }
}
