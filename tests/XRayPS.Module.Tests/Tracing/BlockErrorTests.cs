using XRayPS.Commands;
using XRayPS.Module.Tests.Engine;
using XRayPS.Module.Tests.Session;
using XRayPS.Session;
using XRayPS.Tracing;

namespace XRayPS.Module.Tests.Tracing;

/// <summary>Which errors of a block make it a fault, with PowerShell's own preference: it goes on after most of them.</summary>
[Collection(SessionCollection.Name)]
public sealed class BlockErrorTests : IDisposable
{
    private readonly Shell _shell = new();

    public BlockErrorTests() => _shell.Run("Start-XRayLocalService -Port 0 -DaemonPort 0");

    public void Dispose()
    {
        LocalServices.StopAll();
        XRaySession.Reset();
        _shell.Dispose();
    }

    [Theory]
    [InlineData("Get-Command nothing-like-it", "System.Management.Automation.CommandNotFoundException")]
    [InlineData("$x = Get-Command nothing-like-it", "System.Management.Automation.CommandNotFoundException")]
    [InlineData("try { Get-Command nothing-like-it } catch { }", "System.Management.Automation.CommandNotFoundException")]
    [InlineData("Get-Command nothing-like-it 2> $null", "System.Management.Automation.CommandNotFoundException")]
    [InlineData("1 / $null", "System.Management.Automation.RuntimeException")]
    [InlineData("[int]::Parse('x')", "System.FormatException")]
    [InlineData("nothing-like-it", "System.Management.Automation.CommandNotFoundException")]
    [InlineData("Get-Module -NoSuchParameter", "System.Management.Automation.ParameterBindingException")]
    [InlineData("function f { 1 / $null; 'more' }; $x = f", "System.Management.Automation.RuntimeException")]
    [InlineData("1 | ForEach-Object { Get-Command nothing-like-it }", "System.Management.Automation.CommandNotFoundException")]
    public void An_error_after_which_the_block_goes_on_is_a_fault(string statement, string type)
    {
        Outcome outcome = _shell.Run($"Trace-XRayCommand nightly {{ {statement}; 'after' }}");

        Assert.Equal("after", outcome.Output[^1].BaseObject);
        SegmentDocument segment = Single();
        Assert.True(segment.Fault);
        Assert.Equal(type, segment.Cause!.Exceptions[0].Type);
        Assert.NotEmpty(segment.Cause.Exceptions[0].Stack!);
    }

    [Theory]
    [InlineData("Get-Command nothing-like-it -ErrorAction SilentlyContinue")]
    [InlineData("Get-Command nothing-like-it -ErrorAction Ignore")]
    [InlineData("$ErrorActionPreference = 'SilentlyContinue'; Get-Command nothing-like-it; 1 / $null")]
    [InlineData("function f { [CmdletBinding()] param() Get-Command nothing-like-it; 1 / $null }; f -ErrorAction SilentlyContinue")]
    [InlineData("try { Get-Command nothing-like-it -ErrorAction Stop } catch { }")]
    [InlineData("try { 1 / $null } catch { }")]
    [InlineData("try { throw 'x' } catch { }")]
    [InlineData("function f { 1 / $null }; try { f } catch { }")]
    [InlineData("function f { Get-Command nothing-like-it -ErrorAction Stop | Out-Null }; try { f } catch { }")]
    [InlineData("function f { [CmdletBinding()] param() $PSCmdlet.ThrowTerminatingError([Management.Automation.ErrorRecord]::new([Exception]::new('x'), 'x', 0, 1)) }; try { f } catch { }")]
    [InlineData("try { Get-Module -NoSuchParameter } catch { }")]
    [InlineData("trap { continue } 1 / $null")]
    public void What_is_caught_or_silenced_is_none(string statement)
    {
        Outcome outcome = _shell.Run($"Trace-XRayCommand nightly {{ {statement}; 'after' }}");

        Assert.Equal("after", outcome.Output[^1].BaseObject);
        Assert.Empty(outcome.Errors);
        Assert.Equal((null, null), (Single().Fault, Single().Cause));
    }

    [Fact]
    public void Errors_go_on_as_without_a_trace()
    {
        Outcome outcome = _shell.Run("Trace-XRayCommand nightly { 'before'; Get-Command nothing-like-it; 1 / $null; 'after' }; $Error.Count");

        Assert.Equal(["before", "after", 2], outcome.Output.Select(item => item.BaseObject));
        Assert.Equal(["CommandNotFoundException,Microsoft.PowerShell.Commands.GetCommandCommand", "RuntimeException"], outcome.Errors.Select(error => error.FullyQualifiedErrorId));
    }

    [Fact]
    public void ErrorAction_Stop_ends_the_block_and_is_a_fault()
    {
        Outcome outcome = _shell.Run(
            "try { Trace-XRayCommand strict { Get-Command nothing-like-it -ErrorAction Stop; 'after' } } catch { $_.FullyQualifiedErrorId }");

        Assert.Equal(["CommandNotFoundException,Microsoft.PowerShell.Commands.GetCommandCommand"], outcome.As<string>());
        SegmentException exception = Assert.Single(Single().Cause!.Exceptions);
        Assert.Contains("nothing-like-it", exception.Message);
        Assert.Equal("System.Management.Automation.CommandNotFoundException", exception.Type);
    }

    [Fact]
    public void The_failing_call_has_the_exception_and_the_blocks_around_refer_to_it()
    {
        Outcome outcome = _shell.Run(
            """
            Trace-XRayCommand nightly {
                Trace-XRayCommand stock -Namespace remote { 'three' }
                Trace-XRayCommand mail -Namespace remote { Get-Command nothing-like-it }
                'after'
            }
            """);

        Assert.Equal(["three", "after"], outcome.As<string>());
        Assert.Single(outcome.Errors);
        SegmentDocument segment = Single();
        SegmentDocument mail = segment.Subsegments.Single(call => call.Name == "mail");
        Assert.Null(segment.Subsegments.Single(call => call.Name == "stock").Fault);
        Assert.Equal((true, true), (mail.Fault, segment.Fault));
        Assert.Equal(Assert.Single(mail.Cause!.Exceptions).Id, segment.Cause!.Reference);
        TraceSummary summary = Assert.Single(_shell.Run("Get-XRayTraceSummary -TimeRangeType Event -Last 1h").As<TraceSummary>());
        Assert.True(summary.HasFault);
        Assert.Equal("nightly, mail", string.Join(", ", Assert.Single(summary.FaultRootCauses).Services[0].EntityPath.Select(entity => entity.Name)));
    }

    [Fact]
    public void An_error_that_comes_again_in_another_trace_is_recorded_there_too()
    {
        _shell.Run("$e = [InvalidOperationException]::new('again'); 'a', 'b' | ForEach-Object { try { Trace-XRayCommand $_ { throw $e } } catch { } }");

        IReadOnlyList<SegmentDocument> segments = Segments();
        Assert.Equal(2, segments.Count);
        Assert.All(segments, segment => Assert.Equal("again", Assert.Single(segment.Cause!.Exceptions).Message));
    }

    [Fact]
    public void Errors_of_other_runspaces_are_recorded_there_and_referred_to_here()
    {
        _shell.Run($"Trace-XRayCommand batch {{ 1..2 | ForEach-Object -Parallel {{ Import-Module '{StagedModule.Manifest}'; Trace-XRayCommand \"item $_\" {{ Get-Command nothing-like-it }} }} }}");

        IReadOnlyList<SegmentDocument> segments = Segments();
        string?[] ids = [.. segments.Where(segment => segment.Name != "batch").Select(segment => Assert.Single(segment.Cause!.Exceptions).Id)];
        Assert.Equal(2, ids.Length);
        Assert.Contains(segments.Single(segment => segment.Name == "batch").Cause!.Reference, ids);
    }

    [Fact]
    public void Own_errors_outrank_the_reference_to_those_of_a_block_inside()
    {
        _shell.Run("Trace-XRayCommand nightly { Trace-XRayCommand mail { 1 / $null }; Get-Command nothing-like-it }");

        SegmentDocument segment = Single();
        Assert.Equal("System.Management.Automation.CommandNotFoundException", Assert.Single(segment.Cause!.Exceptions).Type);
        Assert.Equal("System.Management.Automation.RuntimeException", segment.Subsegments[0].Cause!.Exceptions[0].Type);
    }

    [Fact]
    public void The_first_of_many_errors_are_recorded_and_all_are_counted()
    {
        Outcome outcome = _shell.Run("Trace-XRayCommand nightly { 1..500 | ForEach-Object { Get-Command \"nothing-$_\" } }");

        Assert.Equal(500, outcome.Errors.Count);
        SegmentDocument segment = Single();
        Assert.Equal(10, segment.Cause!.Exceptions.Count);
        Assert.Contains("nothing-1'", segment.Cause.Exceptions[0].Message);
        Assert.Equal("count=500", segment.Metadata!["errors"]!.ToString());
    }

    [Fact]
    public void An_engine_without_these_members_reads_as_one_that_says_nothing()
    {
        // A cmdlet that no engine runs has none of what is looked for.
        EngineState engine = new(new TraceXRayCommandCommand());
        System.Collections.ArrayList list = [];

        engine.AddErrorList(list);
        engine.RemoveErrorList(list);

        Assert.Equal((false, null, null), (engine.IsInTry, engine.Command, engine.ErrorAction));
    }

    [Fact]
    public void A_runbook_of_two_calls_is_one_trace_with_the_failing_call_marked()
    {
        using WebEndpoint good = new(200);
        using WebEndpoint bad = new(503);
        Outcome outcome = _shell.Run(
            $$"""
            function Invoke-Web($Url) {
                $request = [Net.Http.HttpRequestMessage]::new('GET', $Url)
                $request.Headers.Add('X-Amzn-Trace-Id', $env:_X_AMZN_TRACE_ID)
                [void][Net.Http.HttpClient]::new().Send($request).EnsureSuccessStatusCode()
            }
            Trace-XRayCommand nightly {
                Trace-XRayCommand stock -Namespace remote { Invoke-Web '{{good.Url}}' }
                Trace-XRayCommand mail -Namespace remote { Invoke-Web '{{bad.Url}}' }
            }
            """);

        Assert.Single(outcome.Errors);
        SegmentDocument segment = Single();
        Assert.Equal(_shell.Run("$PSVersionTable.PSVersion.ToString()").As<string>(), [segment.Service!["runtime_version"]]);
        Assert.Equal(["stock", "mail"], segment.Subsegments.Select(call => call.Name));
        Assert.Equal([null, true], segment.Subsegments.Select(call => call.Fault));
        SegmentException exception = Assert.Single(segment.Subsegments[1].Cause!.Exceptions);
        Assert.Equal("System.Net.Http.HttpRequestException", exception.Type);
        Assert.Contains("503", exception.Message);
        Assert.Equal("Invoke-Web", exception.Stack![0].Label);
        Assert.All(
            new[] { (good, segment.Subsegments[0]), (bad, segment.Subsegments[1]) },
            call => Assert.Contains(call.Item2.Id!, call.Item1.TraceHeader));
        Service mail = _shell.Run("Get-XRayServiceGraph -Last 1h").As<Service>().Single(node => node.Name == "mail");
        Assert.Equal(1, mail.SummaryStatistics!.FaultStatistics!.TotalCount);
    }

    private SegmentDocument Single() => Assert.Single(Segments());

    private IReadOnlyList<SegmentDocument> Segments() =>
        [.. _shell.Run("Get-XRayTraceSummary -TimeRangeType Event -Last 1h | Get-XRayTrace | ConvertFrom-XRaySegment")
            .As<SegmentDocument>().Where(segment => segment.Inferred is not true)];
}
