using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Core.Rendering;
using XRayPS.Formatting;

namespace XRayPS.Commands;

/// <summary>Draws traces as waterfalls, line by line.</summary>
[Cmdlet(VerbsCommon.Show, "XRayTrace", DefaultParameterSetName = "Trace")]
[OutputType(typeof(string))]
public sealed class ShowXRayTraceCommand : XRayTraceCmdlet
{
    private bool _hasShown;
    private WaterfallOptions? _options;

    /// <summary>Columns that a line may take; by default those of the terminal.</summary>
    [Parameter]
    [ValidateRange(40, 1000)]
    public int Width { get; set; }

    /// <summary>Stacks, queries, requests, annotations and links below each entry.</summary>
    [Parameter]
    public SwitchParameter Detailed { get; set; }

    /// <summary>No colours.</summary>
    [Parameter]
    public SwitchParameter AsPlainText { get; set; }

    /// <summary>Only characters that every terminal has.</summary>
    [Parameter]
    public SwitchParameter Ascii { get; set; }

    /// <summary>A line for each of many equal siblings.</summary>
    [Parameter]
    public SwitchParameter NoFold { get; set; }

    private WaterfallOptions Options => _options ??= new WaterfallOptions
    {
        Width = Width == 0 ? HostWidth.Of(Host) : Width,
        Ascii = Ascii || !TerminalText.HasUnicode,
        Detailed = Detailed,
        Fold = !NoFold,
    };

    /// <inheritdoc/>
    private protected override void Handle(Trace trace)
    {
        if (_hasShown)
        {
            WriteObject("");
        }

        _hasShown = true;
        bool isPlain = AsPlainText || TerminalText.WantsPlainText(SessionState.PSVariable);
        foreach (string line in WaterfallText.Render(trace, Options))
        {
            WriteObject(isPlain ? Style.Strip(line) : line);
        }
    }
}
