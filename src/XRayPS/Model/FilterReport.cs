namespace XRayPS;

/// <summary>What there is to say about a filter expression.</summary>
public sealed class FilterReport
{
    /// <summary>The expression as it was given.</summary>
    public required string Expression { get; init; }

    /// <summary>Whether it is an expression of the filter language.</summary>
    public bool IsValid => Diagnostics.Count == 0;

    /// <summary>What is wrong with it; empty for a valid one.</summary>
    public RecordList<FilterDiagnostic> Diagnostics { get; init; } = [];

    /// <summary>The expression written plainly: AND between conditions, operators in capitals; null for an invalid one.</summary>
    public string? Normalized { get; init; }

    /// <summary>The conditions that a trace summary alone cannot decide.</summary>
    public RecordList<string> NeedsDocuments { get; init; } = [];

    /// <summary>The expression as a tree, one line a node; empty for an invalid one.</summary>
    public RecordList<FilterTreeNode> Tree { get; init; } = [];

    /// <summary>The plain form, or what is wrong.</summary>
    public override string ToString() => Normalized ?? Diagnostics.ToString();
}

/// <summary>A mistake in a filter expression.</summary>
public sealed class FilterDiagnostic
{
    /// <summary>The line, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The column of the word, from 1.</summary>
    public required int Column { get; init; }

    /// <summary>The word; empty at the end of the expression.</summary>
    public required string Word { get; init; }

    /// <summary>What is wrong, what was expected, and the nearest keyword.</summary>
    public required string Message { get; init; }

    /// <summary>What was probably meant; null when nothing is near.</summary>
    public string? Suggestion { get; init; }

    /// <summary>Whether X-Ray is known to refuse this; otherwise the module refuses it, and X-Ray may take it.</summary>
    public required bool IsCertain { get; init; }

    /// <summary>What X-Ray answers.</summary>
    public required string ServiceMessage { get; init; }

    /// <summary>The message.</summary>
    public override string ToString() => Message;
}

/// <summary>A node of a filter expression.</summary>
public sealed class FilterTreeNode
{
    /// <summary>How deep it stands; 0 for the root.</summary>
    public required int Depth { get; init; }

    /// <summary>AND, OR, NOT, or the condition itself.</summary>
    public required string Node { get; init; }

    /// <summary>The column where it begins, from 1.</summary>
    public required int Column { get; init; }

    /// <summary>The node, indented.</summary>
    public override string ToString() => new string(' ', Depth * 2) + Node;
}
