using System.Management.Automation;
using XRayPS.Completion;
using XRayPS.Core.Documents;
using XRayPS.Core.Filters;
using XRayPS.Core.Filters.Ast;
using XRayPS.Core.Filters.Evaluation;
using XRayPS.Core.Summaries;
using XRayPS.Errors;

namespace XRayPS.Commands;

/// <summary>Lets those traces and summaries pass that satisfy a filter expression, without asking X-Ray.</summary>
[Cmdlet(VerbsCommon.Select, "XRayTrace")]
[OutputType(typeof(TraceSummary), typeof(Trace))]
public sealed class SelectXRayTraceCommand : PSCmdlet
{
    private Filter? _filter;
    private int _undecided;

    /// <summary>The expression.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("Filter")]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(FilterExpressionCompleter))]
    public string FilterExpression { get; set; } = "";

    /// <summary>A trace or a trace summary.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [AllowNull]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (!Filter.TryParse(FilterExpression, out _filter, out FilterError? error))
        {
            ThrowTerminatingError(ErrorRecords.BadFilter(error));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        SummaryView? view = InputObject?.BaseObject switch
        {
            TraceSummary summary => new SummaryView(summary),
            Trace trace => ViewOf(trace),
            _ => null,
        };
        if (view is null)
        {
            WriteError(ErrorRecords.NotATrace(InputObject));
            return;
        }

        switch (_filter!.Evaluate(view))
        {
            case Verdict.Yes:
                WriteObject(InputObject);
                break;
            case Verdict.Unknown:
                _undecided++;
                break;
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_undecided == 0)
        {
            return;
        }

        string[] conditions =
        [
            .. _filter!.DocumentConditions
                .Concat(FilterWalk.Outside(_filter.Root).Where(static node => node is ComparisonNode { Keyword.Keyword.Kind: KeywordKind.Group }))
                .Select(FilterPrinter.Print)
                .Distinct(),
        ];
        WriteWarning(
            $"{_undecided} left out, as what came cannot decide {string.Join(" and ", conditions)}. Summaries do not hold "
            + "segments and calls: Get-XRayTrace gives traces that do. Only X-Ray knows its groups.");
    }

    private static SummaryView ViewOf(Trace trace)
    {
        AssembledTrace assembled = TraceAssembly.Assemble(trace);
        return new SummaryView(SummaryFold.Summarize(assembled), () => assembled);
    }
}
