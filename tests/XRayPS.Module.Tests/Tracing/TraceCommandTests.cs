using System.Management.Automation;
using XRayPS.Module.Tests.Engine;
using XRayPS.Module.Tests.Session;
using XRayPS.Session;

namespace XRayPS.Module.Tests.Tracing;

[Collection(SessionCollection.Name)]
public sealed class TraceCommandTests : IDisposable
{
    private readonly Shell _shell = new();

    public TraceCommandTests()
    {
        Environment.SetEnvironmentVariable("_X_AMZN_TRACE_ID", null);
        Environment.SetEnvironmentVariable("TRACEPARENT", null);
        _shell.Run("Start-XRayLocalService -Port 0 -DaemonPort 0");
    }

    public void Dispose()
    {
        LocalServices.StopAll();
        XRaySession.Reset();
        _shell.Dispose();
    }

    [Fact]
    public void Blocks_become_a_segment_with_subsegments()
    {
        Outcome outcome = _shell.Run(
            """
            Trace-XRayCommand nightly -Annotation @{ tenant = 'green' } -User bob {
                param($a) "begin $a"
                Trace-XRayCommand stock -Namespace remote { Set-XRayAnnotation items 3; 'three' }
                Set-XRayAnnotation @{ done = $true } -OnSegment
                Set-XRayAnnotation files @('a', 'b') -Metadata import
            } -ArgumentList 7
            """);

        Assert.Empty(outcome.Errors);
        Assert.Empty(outcome.Warnings);
        Assert.Equal(["begin 7", "three"], outcome.As<string>());
        SegmentDocument segment = Single();
        Assert.Equal(("nightly", "bob"), (segment.Name, segment.User));
        Assert.Equal("tenant=green; done=True", segment.Annotations!.ToString());
        Assert.Equal("files=a; b", segment.Metadata!["import"]!.ToString());
        SegmentDocument call = Assert.Single(segment.Subsegments);
        Assert.Equal(("stock", "remote", 3L), (call.Name, call.Namespace, call.Annotations!["items"]));
        Assert.True(segment.StartSeconds <= call.StartSeconds && call.EndSeconds <= segment.EndSeconds);
        Assert.Null(Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID"));
    }

    [Fact]
    public void Output_streams_while_the_block_runs()
    {
        Outcome outcome = _shell.Run(
            "$global:log = @(); Trace-XRayCommand a { 1; $global:log += 'between'; 2 } | ForEach-Object { $global:log += \"got $_\" }; $global:log");

        Assert.Equal(["got 1", "between", "got 2"], outcome.As<string>());
    }

    [Fact]
    public void A_terminating_error_is_the_scripts_own_and_is_recorded_once_in_the_innermost_block()
    {
        Outcome outcome = _shell.Run(
            """
            function Invoke-Stock { throw [InvalidOperationException]::new('no stock') }
            try { Trace-XRayCommand nightly { Trace-XRayCommand stock -Namespace remote { Invoke-Stock } } } catch { $_ }
            """);

        ErrorRecord error = Assert.Single(outcome.As<ErrorRecord>());
        Assert.Equal("no stock", error.Exception.Message);
        Assert.IsType<InvalidOperationException>(error.Exception);
        SegmentDocument segment = Single();
        SegmentDocument call = Assert.Single(segment.Subsegments);
        SegmentException exception = Assert.Single(call.Cause!.Exceptions);
        Assert.Equal((true, true), (segment.Fault, call.Fault));
        Assert.Equal(("System.InvalidOperationException", "no stock"), (exception.Type, exception.Message));
        Assert.Equal("Invoke-Stock", exception.Stack![0].Label);
        Assert.Equal(exception.Id, segment.Cause!.Reference);
    }

    [Fact]
    public void A_failed_send_is_a_warning_and_the_block_succeeds()
    {
        Outcome outcome = _shell.Run("Trace-XRayCommand nightly { 'worked' } -EndpointUrl http://127.0.0.1:9");

        Assert.Equal(["worked"], outcome.As<string>());
        Assert.Empty(outcome.Errors);
        Assert.Contains("The trace of 'nightly' could not be sent", Assert.Single(outcome.Warnings));
    }

    [Fact]
    public void A_lost_connection_is_a_warning_too()
    {
        Outcome outcome = _shell.Run("Stop-XRayLocalService; Trace-XRayCommand nightly { 'worked' }");

        Assert.Equal(["worked"], outcome.As<string>());
        Assert.Empty(outcome.Errors);
        Assert.Contains("has been stopped", Assert.Single(outcome.Warnings));
    }

    [Fact]
    public void Stopped_blocks_are_sent_without_fault()
    {
        Outcome outcome = _shell.Run("Trace-XRayCommand nightly { 1; 2; 3 } | Select-First 1; 'after'");

        Assert.Equal([1, "after"], outcome.Output.Select(item => item.BaseObject));
        Assert.Null(Single().Fault);
        Assert.Null(Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID"));
        Assert.Empty(_shell.Run("Trace-XRayCommand next { }").Errors);
        Assert.Equal(2, Segments().Count);
    }

    [Fact]
    public void The_context_comes_from_the_parameter_the_lambda_variable_or_W3Cs_in_this_order()
    {
        const string Header = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1;Lineage=a:1";
        Environment.SetEnvironmentVariable("TRACEPARENT", "00-11111111222222222222222222222222-3333333333333333-01");
        try
        {
            _shell.Run("Trace-XRayCommand w3c { }");
            Environment.SetEnvironmentVariable("_X_AMZN_TRACE_ID", Header);
            string inside = Assert.Single(_shell.Run("Trace-XRayCommand lambda { $env:_X_AMZN_TRACE_ID } | ForEach-Object { [string]$_ }").As<string>());
            _shell.Run("Trace-XRayCommand given -TraceHeader '00-aaaaaaaabbbbbbbbbbbbbbbbbbbbbbbb-cccccccccccccccc-01' { }");
            Assert.Equal(Header, Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID"));

            IReadOnlyList<SegmentDocument> segments = Segments();
            SegmentDocument lambda = segments.Single(segment => segment.Name == "lambda");
            Assert.Equal(("1-11111111-222222222222222222222222", "3333333333333333"), Context(segments, "w3c"));
            Assert.Equal(("1-5759e988-bd862e3fe1be46a994272793", "53995c3f42cd8ad8"), Context(segments, "lambda"));
            Assert.Equal(("1-aaaaaaaa-bbbbbbbbbbbbbbbbbbbbbbbb", "cccccccccccccccc"), Context(segments, "given"));
            Assert.Equal($"Root={lambda.TraceId};Parent={lambda.Id};Sampled=1;Lineage=a:1", inside);
        }
        finally
        {
            Environment.SetEnvironmentVariable("_X_AMZN_TRACE_ID", null);
            Environment.SetEnvironmentVariable("TRACEPARENT", null);
        }
    }

    [Fact]
    public void What_is_not_sampled_is_not_sent_and_says_so_to_callees()
    {
        string[] headers = [.. _shell.Run(
            """
            Trace-XRayCommand never -Sampled Never { $env:_X_AMZN_TRACE_ID; $env:TRACEPARENT }
            Trace-XRayCommand told -TraceHeader 'Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=0' { $env:_X_AMZN_TRACE_ID }
            """).As<string>()];

        Assert.EndsWith("Sampled=0", headers[0]);
        Assert.EndsWith("-00", headers[1]);
        Assert.EndsWith("Sampled=0", headers[2]);
        Assert.Empty(Segments());
    }

    [Fact]
    public void The_services_rules_decide_when_asked()
    {
        Outcome outcome = _shell.Run(
            """
            $rule = @{ RuleName = 'none'; Priority = 1; FixedRate = 0; ReservoirSize = 0; ServiceName = 'quiet*'; ServiceType = '*'; Host = '*'; HTTPMethod = '*'; URLPath = '*'; ResourceARN = '*'; Version = 1 }
            $null = Invoke-XRayOperation CreateSamplingRule -Body @{ SamplingRule = $rule }
            1..5 | ForEach-Object { Trace-XRayCommand 'quiet job' -Sampled Service { } }
            Trace-XRayCommand 'loud job' -Sampled Service { }
            """);

        Assert.Empty(outcome.Errors);
        Assert.Empty(outcome.Warnings);
        Assert.Equal("loud job", Single().Name);
    }

    [Fact]
    public void Runspaces_opened_inside_a_block_join_it_and_do_not_meet_each_other()
    {
        Outcome outcome = _shell.Run(
            $$"""
            Trace-XRayCommand batch {
                1..4 | ForEach-Object -Parallel {
                    Import-Module '{{StagedModule.Manifest}}'
                    $n = $_
                    Trace-XRayCommand "item $n" { Trace-XRayCommand "part $n" { $n } }
                } -ThrottleLimit 4
            }
            """);

        Assert.Empty(outcome.Errors);
        IReadOnlyList<SegmentDocument> segments = Segments();
        SegmentDocument batch = segments.Single(segment => segment.Name == "batch");
        Assert.Equal(5, segments.Count);
        foreach (SegmentDocument item in segments.Where(segment => segment != batch))
        {
            Assert.Equal((batch.TraceId, batch.Id), (item.TraceId, item.ParentId));
            Assert.Equal(item.Name!.Replace("item", "part"), Assert.Single(item.Subsegments).Name);
        }
    }

    [Fact]
    public void Exit_codes_are_kept_and_count_when_asked()
    {
        Outcome outcome = _shell.Run(
            """
            $global:LASTEXITCODE = 5
            Trace-XRayCommand none -FaultOnExitCode { 'no command' }
            Trace-XRayCommand kept { dotnet no-such-verb-at-all > $null 2> $null }
            Trace-XRayCommand counted -FaultOnExitCode { dotnet no-such-verb-at-all > $null 2> $null }
            $LASTEXITCODE -ne 0
            """);

        Assert.Equal(true, outcome.Output[^1].BaseObject);
        IReadOnlyList<SegmentDocument> segments = Segments();
        Assert.Null(segments.Single(segment => segment.Name == "none").Metadata);
        SegmentDocument kept = segments.Single(segment => segment.Name == "kept");
        Assert.StartsWith("exit_code=", kept.Metadata!["process"]!.ToString());
        Assert.Null(kept.Fault);
        SegmentDocument counted = segments.Single(segment => segment.Name == "counted");
        Assert.True(counted.Fault);
        Assert.StartsWith("The last native command ended with exit code", counted.Cause!.Exceptions[0].Message);
    }

    [Fact]
    public void Datagrams_go_to_the_local_services_port()
    {
        Outcome outcome = _shell.Run("Trace-XRayCommand nightly -Daemon { 'x' }");

        Assert.Empty(outcome.Warnings);
        SegmentDocument[] found = [];
        for (int i = 0; i < 500 && found.Length == 0; i++)
        {
            found = [.. Segments()];
        }

        Assert.Equal("nightly", Assert.Single(found).Name);
    }

    [Fact]
    public void Annotations_outside_of_a_block_are_a_warning()
    {
        Outcome outcome = _shell.Run("Set-XRayAnnotation a 1");

        Assert.Empty(outcome.Errors);
        Assert.Contains("Trace-XRayCommand", Assert.Single(outcome.Warnings));
    }

    private static (string?, string?) Context(IReadOnlyList<SegmentDocument> segments, string name)
    {
        SegmentDocument segment = segments.Single(segment => segment.Name == name);
        return (segment.TraceId, segment.ParentId);
    }

    private SegmentDocument Single() => Assert.Single(Segments());

    /// <summary>The segments that the local service has, those that it made up left out.</summary>
    private IReadOnlyList<SegmentDocument> Segments()
    {
        Outcome outcome = _shell.Run("Get-XRayTraceSummary -TimeRangeType Event -Last 1h | Get-XRayTrace | ConvertFrom-XRaySegment");
        Assert.Empty(outcome.Errors);
        return outcome.As<SegmentDocument>();
    }
}
