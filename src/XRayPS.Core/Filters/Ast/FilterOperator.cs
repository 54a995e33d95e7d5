namespace XRayPS.Core.Filters.Ast;

/// <summary>How a keyword is compared.</summary>
public enum FilterOperator
{
    /// <summary><c>=</c></summary>
    Equal,

    /// <summary><c>!=</c></summary>
    NotEqual,

    /// <summary><c>&lt;</c></summary>
    Less,

    /// <summary><c>&lt;=</c></summary>
    LessOrEqual,

    /// <summary><c>&gt;</c></summary>
    Greater,

    /// <summary><c>&gt;=</c></summary>
    GreaterOrEqual,

    /// <summary><c>CONTAINS</c></summary>
    Contains,

    /// <summary><c>BEGINSWITH</c></summary>
    BeginsWith,

    /// <summary><c>ENDSWITH</c></summary>
    EndsWith,
}
