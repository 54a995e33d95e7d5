namespace XRayPS.Core.Documents;

/// <summary>Whether a request is recorded, as the tracing header says.</summary>
public enum SamplingDecision
{
    /// <summary>The header does not say.</summary>
    Unknown,

    /// <summary><c>Sampled=1</c>: recorded.</summary>
    Sampled,

    /// <summary><c>Sampled=0</c>: not recorded.</summary>
    NotSampled,

    /// <summary><c>Sampled=?</c>: the caller asks the callee to decide and to answer.</summary>
    Requested,
}

/// <summary>
/// The tracing header <c>X-Amzn-Trace-Id</c>, also found in Lambda's <c>_X_AMZN_TRACE_ID</c>: pairs
/// <c>key=value</c> separated by semicolons. Rules:
/// https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader.
/// </summary>
public sealed class TraceHeader
{
    /// <summary>The header's name.</summary>
    public const string Name = "X-Amzn-Trace-Id";

    /// <summary>The trace's id; null when the header has none that is well-formed.</summary>
    public string? Root { get; set; }

    /// <summary>The id of the caller's segment or subsegment; null when the header has none that is well-formed.</summary>
    public string? Parent { get; set; }

    /// <summary>The sampling decision.</summary>
    public SamplingDecision Sampled { get; set; }

    /// <summary>The field that load balancers add.</summary>
    public string? Self { get; set; }

    /// <summary>The field that Lambda adds, to be passed on untouched.</summary>
    public string? Lineage { get; set; }

    /// <summary>All other pairs, in order, to be passed on untouched.</summary>
    public RecordMap<string> Additional { get; set; } = [];

    /// <summary>
    /// Reads a header. Keys may have any case; pairs without <c>=</c> are passed over. Ids that are not well-formed are
    /// passed over too: a callee that cannot use them starts a trace of its own.
    /// </summary>
    /// <param name="text">The header's value.</param>
    public static TraceHeader Parse(string? text)
    {
        TraceHeader header = new();
        foreach (string pair in (text ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                header.Set(pair[..equals].TrimEnd(), pair[(equals + 1)..].TrimStart());
            }
        }

        return header;
    }

    /// <summary>The header's value: <c>Root=...;Parent=...;Sampled=1</c>, then the other fields.</summary>
    public override string ToString()
    {
        List<string> pairs = [];
        Add(pairs, "Self", Self);
        Add(pairs, "Root", Root);
        Add(pairs, "Parent", Parent);
        Add(pairs, "Sampled", Sampled switch
        {
            SamplingDecision.Sampled => "1",
            SamplingDecision.NotSampled => "0",
            SamplingDecision.Requested => "?",
            _ => null,
        });
        Add(pairs, "Lineage", Lineage);
        foreach (KeyValuePair<string, string> pair in Additional)
        {
            Add(pairs, pair.Key, pair.Value);
        }

        return string.Join(';', pairs);
    }

    private static void Add(List<string> pairs, string key, string? value)
    {
        if (value is not null)
        {
            pairs.Add($"{key}={value}");
        }
    }

    private void Set(string key, string value)
    {
        switch (key.ToUpperInvariant())
        {
            case "ROOT":
                Root = TraceId.IsValid(value) ? value : Root;
                break;
            case "PARENT":
                Parent = SegmentId.IsValid(value) ? value : Parent;
                break;
            case "SAMPLED":
                Sampled = value switch
                {
                    "1" => SamplingDecision.Sampled,
                    "0" => SamplingDecision.NotSampled,
                    "?" => SamplingDecision.Requested,
                    _ => Sampled,
                };
                break;
            case "SELF":
                Self = value;
                break;
            case "LINEAGE":
                Lineage = value;
                break;
            default:
                Additional[key] = value;
                break;
        }
    }
}
