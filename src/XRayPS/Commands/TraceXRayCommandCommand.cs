using System.Collections;
using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Core.Documents;
using XRayPS.Core.Model;
using XRayPS.Core.Sampling;
using XRayPS.Tracing;

namespace XRayPS.Commands;

/// <summary>Runs a script block and records it as a segment, or inside a traced block as a subsegment.</summary>
[Cmdlet(VerbsDiagnostic.Trace, "XRayCommand")]
[CmdletOperation("PutTraceSegments")]
[OutputType(typeof(object))]
public sealed class TraceXRayCommandCommand : XRayApiCmdlet
{
    private static readonly ScriptBlock s_caller = ScriptBlock.Create("param($Block, $Arguments) & $Block @Arguments");

    private TraceContext? _context;
    private BlockErrors? _errors;
    private SteppablePipeline? _pipeline;
    private TraceTransport? _transport;
    private object? _exitCodeBefore;
    private bool _isStopped;

    /// <summary>What the block is called: the service for the outermost, the piece of work or the callee inside.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "";

    /// <summary>The script to run; it runs as with the call operator, and its output is this command's.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNull]
    public ScriptBlock ScriptBlock { get; set; } = null!;

    /// <summary>Arguments for the script block.</summary>
    [Parameter]
    [Alias("Args")]
    public object[] ArgumentList { get; set; } = [];

    /// <summary>Values to search by.</summary>
    [Parameter]
    public IDictionary? Annotation { get; set; }

    /// <summary>Who asked for the work.</summary>
    [Parameter]
    public string? User { get; set; }

    /// <summary>Inside a traced block: <c>remote</c> when the block calls another service, <c>aws</c> for one of AWS.</summary>
    [Parameter]
    [ValidateSet("remote", "aws")]
    public string? Namespace { get; set; }

    /// <summary>A tracing header or a W3C traceparent to join; by default what the environment has.</summary>
    [Parameter]
    public string? TraceHeader { get; set; }

    /// <summary>Which outermost blocks are recorded. What comes with a decision of its own keeps it.</summary>
    [Parameter]
    public SamplingChoice Sampled { get; set; }

    /// <summary>Send to the X-Ray daemon by UDP rather than to the API.</summary>
    [Parameter]
    public SwitchParameter Daemon { get; set; }

    /// <summary>Count a last native command that ended with another exit code than 0 as a fault.</summary>
    [Parameter]
    public SwitchParameter FaultOnExitCode { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        _context = Open();
        TraceContexts.Enter(_context);
        _exitCodeBefore = ExitCode();
        try
        {
            _errors = new BlockErrors(this, _context).Begin();
            _pipeline = s_caller.GetSteppablePipeline(CommandOrigin.Internal, [ScriptBlock, ArgumentList]);
            _pipeline.Begin(this);
            _pipeline.Process();
            _pipeline.End();
        }
        catch (Exception failure) when (IsFailure(failure))
        {
            _context.Fail(failure);
            throw;
        }
        catch (Exception)
        {
            _isStopped = true;
            throw;
        }
        finally
        {
            Close();
        }
    }

    /// <inheritdoc/>
    private protected override void Release()
    {
        // A stop from downstream ends nothing else.
        _isStopped = true;
        Close();
        _pipeline?.Dispose();
        base.Release();
    }

    /// <summary>Ways out of a block that are no failures: Ctrl+C, Select-Object -First, and exit, break and the like.</summary>
    private static bool IsFailure(Exception failure)
    {
        for (Type? type = failure.GetType(); type is not null; type = type.BaseType)
        {
            if (type == typeof(PipelineStoppedException) || type.Name is "FlowControlException" or "StopUpstreamCommandsException")
            {
                return false;
            }
        }

        return true;
    }

    private TraceContext Open()
    {
        TraceContext? parent = TraceContexts.Current;
        SegmentDocument document = new()
        {
            Id = SegmentId.New(),
            Name = SegmentNames.Clean(Name, "script"),
            StartSeconds = Epoch.ToSeconds(Clock.GetUtcNow()),
            Annotations = Annotation is null ? null : Values.Annotations(Annotation),
        };
        if (parent is not null)
        {
            document.Namespace = Namespace;
            return new TraceContext(document, parent, parent.Incoming, parent.IsSampled);
        }

        TraceHeader incoming = IncomingContext.Read(TraceHeader);
        document.TraceId = incoming.Root ?? TraceId.New(Clock);
        document.ParentId = incoming.Root is null ? null : incoming.Parent;
        document.User = User;
        document.Service = new RecordMap<object?> { ["runtime"] = "PowerShell", ["runtime_version"] = EngineVersion() };
        bool sampled = incoming.Sampled switch
        {
            SamplingDecision.Sampled => true,
            SamplingDecision.NotSampled => false,
            _ => Decide(document.Name),
        };
        _transport = Transport();
        return new TraceContext(document, parent: null, incoming, sampled);
    }

    /// <summary>PowerShell's own version, which the host's need not be.</summary>
    private string? EngineVersion() =>
        (SessionState.PSVariable.GetValue("PSVersionTable") as IDictionary)?["PSVersion"]?.ToString();

    private bool Decide(string name) => Sampled switch
    {
        SamplingChoice.Never => false,
        SamplingChoice.Local => Reservoir.Shared.Take("local", 1, Reservoir.LocalRate, Clock.GetUtcNow()),
        SamplingChoice.Service => DecideByRules(name),
        _ => true,
    };

    private bool DecideByRules(string name)
    {
        IReadOnlyList<SamplingRule> rules = [];
        Quietly("The sampling rules could not be read, so that the local rule decides", () => rules = Transport().ReadRules(StopToken));
        SamplingRequest request = new() { ServiceName = name };
        SamplingRule? rule = RuleMatcher.InOrder(rules).FirstOrDefault(candidate => RuleMatcher.FindMismatch(candidate, request) is null);
        return rule is null
            ? Reservoir.Shared.Take("local", 1, Reservoir.LocalRate, Clock.GetUtcNow())
            : Reservoir.Shared.Take("rule " + rule.RuleName, rule.ReservoirSize ?? 0, rule.FixedRate ?? 0, Clock.GetUtcNow());
    }

    private TraceTransport Transport() => new(IsConnectionLost ? null : Connection.Settings, Daemon);

    private void Close()
    {
        if (Interlocked.Exchange(ref _context, null) is not { } context)
        {
            return;
        }

        _errors?.End();
        TraceContexts.Leave(context);
        RecordExitCode(context);
        context.Complete(Epoch.ToSeconds(Clock.GetUtcNow()));
        if (context is { Parent: null, IsSampled: true })
        {
            Quietly($"The trace of '{context.Document.Name}' could not be sent", () => Send(context.Document));
        }
    }

    /// <summary>What was stopped is sent too, but nobody waits for it for long.</summary>
    private void Send(SegmentDocument segment)
    {
        using CancellationTokenSource limit = new(_isStopped ? TimeSpan.FromSeconds(3) : TimeSpan.FromSeconds(30));
        TraceTransport transport = _isStopped ? _transport! : Transport();
        foreach (string refusal in transport.Send(SegmentSplitter.Split(segment), limit.Token))
        {
            Warn(refusal);
        }
    }

    /// <summary>Tracing never makes the block fail: what goes wrong with it is a warning.</summary>
    private void Quietly(string what, Action action)
    {
        try
        {
            action();
        }
        catch (Exception failure) when (failure is not PipelineStoppedException)
        {
            Warn($"{what}: {failure.Message}");
        }
    }

    private void Warn(string text)
    {
        // A pipeline that was stopped takes no more warnings.
        if (!_isStopped)
        {
            WriteWarning(text);
        }
    }

    private object? ExitCode() => SessionState.PSVariable.GetValue("global:LASTEXITCODE");

    /// <summary>Each native command sets a new object, so that the same code twice shows too.</summary>
    private void RecordExitCode(TraceContext context)
    {
        object? now = ExitCode();
        if (now is not int code || ReferenceEquals(now, _exitCodeBefore))
        {
            return;
        }

        RecordMap<object?> process = [];
        process["exit_code"] = (long)code;
        context.Document.Metadata ??= [];
        context.Document.Metadata["process"] = process;
        if (FaultOnExitCode && code != 0)
        {
            context.Fail(new SegmentExit(code));
        }
    }
}
