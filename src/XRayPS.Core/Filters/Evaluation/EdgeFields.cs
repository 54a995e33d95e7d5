using XRayPS.Core.Documents;
using XRayPS.Core.Graph;
using XRayPS.Core.Summaries;

namespace XRayPS.Core.Filters.Evaluation;

/// <summary>Keywords inside <c>edge(){}</c>: the call as its caller recorded it; name, type and root of the called end.</summary>
internal sealed class EdgeFields() : EntityFields<EdgeObservation>(static edge => edge.Record)
{
    internal override Func<EdgeObservation, Verdict> Flag(string name) => name switch
    {
        "inferred" => static edge => Of(edge.Callee.IsInferred || edge.Callee.Document.Inferred),
        "root" => static edge => Of(edge.Callee.IsRoot),
        _ => base.Flag(name),
    };

    internal override Func<EdgeObservation, double?> Number(string name) =>
        name == "duration" ? base.Number("responsetime") : base.Number(name);

    internal override Func<EdgeObservation, TextTest?, bool> Text(string name) => name switch
    {
        "name" => static (edge, test) => Passes(edge.Target.Name, test),
        "type" => static (edge, test) => Passes(edge.Target.Type, test),
        _ => base.Text(name),
    };

    internal override Func<EdgeObservation, AnnotationTest, bool> Annotation(string name, string key)
    {
        Func<EdgeObservation, TraceEntity?> owner = name switch
        {
            Vocabulary.SourceAnnotation => static edge => edge.Callee.Caller?.Segment,
            Vocabulary.DestinationAnnotation => static edge => edge.Callee,
            _ => static edge => edge.Record,
        };
        return (edge, test) => owner(edge) is { } entity && test.IsMatch(FoundDetails.AnnotationsOf(entity), key);
    }
}
