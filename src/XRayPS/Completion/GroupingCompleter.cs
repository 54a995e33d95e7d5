using System.Collections;
using XRayPS.Core.Analysis;
using XRayPS.Filters;

namespace XRayPS.Completion;

/// <summary>Completes what traces can be grouped by, with the keys of annotations that the session has seen.</summary>
public sealed class GroupingCompleter : ValueCompleter
{
    private protected override IEnumerable<KeyValuePair<string, string>> Values(IDictionary bound)
    {
        LiveNames.Learn();
        return TraceGrouping.Names
            .Select(static name => KeyValuePair.Create(name, "a property of traces"))
            .Concat(SeenNames.Names.AnnotationKeys
                .Order(StringComparer.OrdinalIgnoreCase)
                .Select(static key => KeyValuePair.Create($"Annotation.{key}", "an annotation")));
    }
}
