using System.Collections;
using System.Management.Automation;
using XRayPS.Completion;
using XRayPS.Core.Filters;
using XRayPS.Core.Filters.Ast;
using XRayPS.Errors;

namespace XRayPS.Commands;

/// <summary>Builds a filter expression of conditions that all hold.</summary>
[Cmdlet(VerbsCommon.New, "XRayFilterExpression")]
[OutputType(typeof(string))]
public sealed class NewXRayFilterExpressionCommand : PSCmdlet
{
    /// <summary>A service that the trace passed through; of several, one suffices.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ServiceNameCompleter))]
    public string[]? Service { get; set; }

    /// <summary>The root answered without error, throttle and fault; false: it did not.</summary>
    [Parameter]
    public SwitchParameter Ok { get; set; }

    /// <summary>The root failed with a server fault (5xx).</summary>
    [Parameter]
    public SwitchParameter Fault { get; set; }

    /// <summary>The root failed with a client error (4xx).</summary>
    [Parameter]
    public SwitchParameter Error { get; set; }

    /// <summary>The root was throttled (429).</summary>
    [Parameter]
    public SwitchParameter Throttle { get; set; }

    /// <summary>A segment is missing.</summary>
    [Parameter]
    public SwitchParameter Partial { get; set; }

    /// <summary>The least response time in seconds.</summary>
    [Parameter]
    [ValidateRange(0, double.MaxValue)]
    public double? MinResponseTime { get; set; }

    /// <summary>The greatest response time in seconds.</summary>
    [Parameter]
    [ValidateRange(0, double.MaxValue)]
    public double? MaxResponseTime { get; set; }

    /// <summary>The least duration in seconds.</summary>
    [Parameter]
    [ValidateRange(0, double.MaxValue)]
    public double? MinDuration { get; set; }

    /// <summary>The greatest duration in seconds.</summary>
    [Parameter]
    [ValidateRange(0, double.MaxValue)]
    public double? MaxDuration { get; set; }

    /// <summary>The HTTP status; of several, one suffices.</summary>
    [Parameter]
    public int[]? HttpStatus { get; set; }

    /// <summary>The HTTP method; of several, one suffices.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? Method { get; set; }

    /// <summary>A part of the URL.</summary>
    [Parameter]
    public string? UrlContains { get; set; }

    /// <summary>The beginning of the URL.</summary>
    [Parameter]
    public string? UrlBeginsWith { get; set; }

    /// <summary>The user; of several, one suffices.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? User { get; set; }

    /// <summary>Annotations and their values: texts, numbers and booleans; null asks that there is one.</summary>
    [Parameter]
    public IDictionary? Annotation { get; set; }

    /// <summary>The group whose filter the trace satisfies.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? GroupName { get; set; }

    /// <summary>Further conditions in the language itself.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(FilterExpressionCompleter))]
    public string[]? Condition { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        FilterBuilder builder = new();
        if (Service is not null)
        {
            builder.AnyOf([.. Service.Select(static name => $"service({FilterPrinter.Quote(name)})")]);
        }

        AddFlags(builder);
        AddNumbers(builder);
        AddTexts(builder);
        AddAnnotations(builder);
        foreach (string condition in Condition ?? [])
        {
            if (!Filter.TryParse(condition, out _, out FilterError? error) && error.IsCertain)
            {
                ThrowTerminatingError(ErrorRecords.BadFilter(error));
            }

            builder.Expression(condition);
        }

        WriteObject(builder.ToString());
    }

    private void AddFlags(FilterBuilder builder)
    {
        foreach ((string name, SwitchParameter flag) in new[]
        {
            ("ok", Ok), ("fault", Fault), ("error", Error), ("throttle", Throttle), ("partial", Partial),
        })
        {
            if (MyInvocation.BoundParameters.ContainsKey(name))
            {
                builder.Flag(name, flag);
            }
        }
    }

    private void AddNumbers(FilterBuilder builder)
    {
        foreach ((string name, double? least, double? greatest) in new[]
        {
            ("responsetime", MinResponseTime, MaxResponseTime), ("duration", MinDuration, MaxDuration),
        })
        {
            if (least is { } from)
            {
                builder.Compare(name, FilterOperator.GreaterOrEqual, from);
            }

            if (greatest is { } to)
            {
                builder.Compare(name, FilterOperator.LessOrEqual, to);
            }
        }

        if (HttpStatus is not null)
        {
            builder.AnyOf([.. HttpStatus.Select(static status => FormattableString.Invariant($"http.status = {status}"))]);
        }
    }

    private void AddTexts(FilterBuilder builder)
    {
        if (Method is not null)
        {
            builder.OneOf("http.method", Method);
        }

        if (UrlBeginsWith is not null)
        {
            builder.Compare("http.url", FilterOperator.BeginsWith, UrlBeginsWith);
        }

        if (UrlContains is not null)
        {
            builder.Compare("http.url", FilterOperator.Contains, UrlContains);
        }

        if (User is not null)
        {
            builder.OneOf("user", User);
        }

        if (GroupName is not null)
        {
            builder.Compare("group.name", FilterOperator.Equal, GroupName);
        }
    }

    private void AddAnnotations(FilterBuilder builder)
    {
        foreach (DictionaryEntry entry in Annotation ?? new Hashtable())
        {
            object? value = entry.Value is PSObject wrapped ? wrapped.BaseObject : entry.Value;
            builder.Annotation(entry.Key.ToString() ?? "", value switch
            {
                null or bool => value,
                SwitchParameter flag => flag.IsPresent,
                decimal => LanguagePrimitives.ConvertTo<double>(value),
                not char when value.GetType().IsPrimitive => LanguagePrimitives.ConvertTo<double>(value),
                _ => LanguagePrimitives.ConvertTo<string>(value),
            });
        }
    }
}
