using XRayPS.Core.Graph;
using XRayPS.Core.Summaries;

namespace XRayPS.Core.Filters.Evaluation;

/// <summary>Keywords inside <c>service(){}</c>.</summary>
internal sealed class ServiceFields() : EntityFields<NodeObservation>(static node => node.Segment)
{
    internal override Func<NodeObservation, Verdict> Flag(string name) => name switch
    {
        "inferred" => static node => Of(node.Segment.IsInferred || node.Segment.Document.Inferred),
        "root" => static node => Of(node.Segment.IsRoot),
        _ => base.Flag(name),
    };

    internal override Func<NodeObservation, double?> Number(string name) => name switch
    {
        "duration" => static node => node.Segment.IsComplete ? Rounded(node.EnvelopeSeconds) : null,
        _ => base.Number(name),
    };

    internal override Func<NodeObservation, TextTest?, bool> Text(string name) => name switch
    {
        "name" => static (node, test) => Passes(node.Node.Name, test),
        "type" => static (node, test) => Passes(node.Node.Type, test),
        _ => base.Text(name),
    };

    internal override Func<NodeObservation, AnnotationTest, bool> Annotation(string name, string key) =>
        (node, test) => test.IsMatch(FoundDetails.AnnotationsOf(node.Segment), key);
}
