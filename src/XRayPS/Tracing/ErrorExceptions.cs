using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;
using XRayPS.Binding;
using XRayPS.Core.Documents;

namespace XRayPS.Tracing;

/// <summary>Errors of PowerShell and exceptions of .NET as exceptions of a segment.</summary>
internal static partial class ErrorExceptions
{
    /// <summary>Frames of one exception, as AWS's own SDK for .NET has it.</summary>
    private const int MaxFrames = 50;
    private const int MaxChain = 10;

    /// <summary>An error or exception, then what caused it.</summary>
    /// <param name="failure">An ErrorRecord or an Exception; anything else counts as a message.</param>
    internal static IReadOnlyList<SegmentException> From(object failure) => Arguments.Unwrap(failure) switch
    {
        ErrorRecord record => Chain(record.Exception, record),
        IContainsErrorRecord { ErrorRecord: { } record } and Exception exception => Chain(Real(exception, record), record),
        Exception exception => Chain(exception, record: null),
        var other => [new SegmentException { Id = SegmentId.New(), Message = other?.ToString() }],
    };

    /// <summary>The exception that an error is about, the same for all records and wrappers of it; null for other objects.</summary>
    internal static Exception? Origin(object failure)
    {
        Exception? exception = Arguments.Unwrap(failure) switch
        {
            ErrorRecord record => record.Exception,
            Exception thrown => thrown,
            _ => null,
        };
        return exception is IContainsErrorRecord { ErrorRecord.Exception: { } inner and not ParentContainsErrorRecordException } ? inner : exception;
    }

    /// <summary>The engine's wrappers around what was thrown say nothing of their own.</summary>
    private static Exception Real(Exception exception, ErrorRecord record) =>
        record.Exception is null or ParentContainsErrorRecordException ? exception : record.Exception;

    private static List<SegmentException> Chain(Exception? exception, ErrorRecord? record)
    {
        List<SegmentException> chain = [];
        while (exception is CmdletInvocationException or MethodInvocationException or ActionPreferenceStopException
            && exception.InnerException is { } inner)
        {
            exception = inner;
        }

        for (; exception is not null && chain.Count < MaxChain; exception = exception.InnerException)
        {
            SegmentException item = new()
            {
                Id = SegmentId.New(),
                Type = exception.GetType().FullName,
                Message = chain.Count == 0 && record?.ErrorDetails?.Message is { Length: > 0 } details ? details : exception.Message,
            };
            SetStack(item, chain.Count == 0 && record?.ScriptStackTrace is { Length: > 0 } script ? ScriptFrames(script) : Frames(exception));
            if (chain.Count > 0)
            {
                chain[^1].Cause = item.Id;
            }

            chain.Add(item);
        }

        return chain;
    }

    private static void SetStack(SegmentException item, List<SegmentStackFrame> frames)
    {
        item.Stack = frames.Count > 0 ? new RecordList<SegmentStackFrame>(frames.Take(MaxFrames)) : null;
        item.Truncated = frames.Count > MaxFrames ? frames.Count - MaxFrames : null;
    }

    /// <summary>Lines such as <c>at Get-Stock, /jobs/nightly.ps1: line 12</c>.</summary>
    private static List<SegmentStackFrame> ScriptFrames(string text)
    {
        List<SegmentStackFrame> frames = [];
        foreach (Match match in ScriptFrame().Matches(text))
        {
            frames.Add(new SegmentStackFrame
            {
                Label = match.Groups["label"].Value,
                Path = match.Groups["path"].Value,
                Line = int.Parse(match.Groups["line"].ValueSpan, CultureInfo.InvariantCulture),
            });
        }

        return frames;
    }

    private static List<SegmentStackFrame> Frames(Exception exception)
    {
        System.Diagnostics.StackTrace trace = new(exception, fNeedFileInfo: true);
        List<SegmentStackFrame> frames = [];
        foreach (System.Diagnostics.StackFrame frame in trace.GetFrames())
        {
            if (frame.GetMethod() is { } method)
            {
                frames.Add(new SegmentStackFrame
                {
                    Label = method.DeclaringType is { } type ? $"{type.FullName}.{method.Name}" : method.Name,
                    Path = frame.GetFileName() ?? "",
                    Line = frame.GetFileLineNumber(),
                });
            }
        }

        return frames;
    }

    [GeneratedRegex(@"^at (?<label>.*?), (?<path>.*): line (?<line>\d{1,9})\r?$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex ScriptFrame();
}
