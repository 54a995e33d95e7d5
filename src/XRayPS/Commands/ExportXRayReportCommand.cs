using System.ComponentModel;
using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Core.Rendering.Report;
using XRayPS.Errors;
using XRayPS.Files;

namespace XRayPS.Commands;

/// <summary>Writes traces as one page of HTML to look at, which needs nothing else.</summary>
[Cmdlet(VerbsData.Export, "XRayReport", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
[OutputType(typeof(FileInfo))]
public sealed class ExportXRayReportCommand : XRayCmdlet
{
    private PendingFile? _file;
    private ReportWriter? _report;
    private string _full = "";

    /// <summary>The traces.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [Alias("Trace")]
    [ValidateNotNullOrEmpty]
    public Trace[] InputObject { get; set; } = [];

    /// <summary>The file, relative to the current location.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Path")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>The file, by a path in which brackets and stars mean themselves.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "LiteralPath")]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string LiteralPath { get; set; } = "";

    /// <summary>The heading of the page.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string Title { get; set; } = "X-Ray traces";

    /// <summary>Replace a file that is there.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Open the page when it is written.</summary>
    [Parameter]
    public SwitchParameter Open { get; set; }

    /// <summary>Write the file's object.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private string Given => ParameterSetName == "LiteralPath" ? LiteralPath : Path;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (ParameterSetName == "Path" && WildcardPattern.ContainsWildcardCharacters(Path))
        {
            ThrowTerminatingError(ErrorRecords.BadArgument(
                "WildcardInPath", $"'{Path}' has wildcards; a report is one file. -LiteralPath takes it as it is.", Path));
        }

        _full = FilePath(Given);
        if (!ShouldProcess(_full, "Write report"))
        {
            return;
        }

        if (File.Exists(_full) && !Force)
        {
            ThrowTerminatingError(ErrorRecords.FileExists(_full, Given));
        }

        Try(() =>
        {
            _file = new PendingFile(_full);
            _report = new ReportWriter(_file.Writer, Title);
        });
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (Trace trace in InputObject)
        {
            if (StopToken.IsCancellationRequested)
            {
                return;
            }

            Try(() => _report?.Add(trace));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_report is null || _file is null)
        {
            return;
        }

        if (_report.Count == 0)
        {
            WriteWarning("No trace came in: the report is empty.");
        }

        Try(() =>
        {
            _report.Complete(Clock.GetUtcNow());
            _file.Complete(Force);
        });
        if (Open)
        {
            OpenFile();
        }

        if (PassThru)
        {
            WriteObject(new FileInfo(_full));
        }
    }

    /// <inheritdoc/>
    private protected override void Release() => _file?.Dispose();

    private void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            ThrowTerminatingError(ErrorRecords.FileFailed(failure, Given));
        }
    }

    private void OpenFile()
    {
        try
        {
            FileOpener.Open(_full);
        }
        catch (Exception failure) when (failure is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            WriteError(ErrorRecords.NotOpened(failure, _full));
        }
    }
}
