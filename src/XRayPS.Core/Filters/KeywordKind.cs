namespace XRayPS.Core.Filters;

/// <summary>What a word of the filter language is.</summary>
public enum KeywordKind
{
    /// <summary>True or false; stands alone or is compared with <c>=</c> and <c>!=</c>.</summary>
    Boolean,

    /// <summary>A number; durations are in seconds.</summary>
    Number,

    /// <summary>A text.</summary>
    Text,

    /// <summary>An annotation: its values have any of the three kinds.</summary>
    Annotation,

    /// <summary>A reference to a group.</summary>
    Group,

    /// <summary>A selector of services or edges.</summary>
    Selector,

    /// <summary>A condition on the elements of root causes.</summary>
    RootCause,

    /// <summary>A comparison with a partial root cause in JSON.</summary>
    RootCauseJson,
}
