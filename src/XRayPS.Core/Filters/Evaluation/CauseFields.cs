namespace XRayPS.Core.Filters.Evaluation;

/// <summary>Keywords inside the braces of root causes.</summary>
internal sealed class CauseFields : Fields<CauseElement>
{
    internal override Func<CauseElement, Verdict> Flag(string name) => name switch
    {
        "first" => static element => Of(element.Index == 0),
        "last" => static element => Of(element.Index == element.Count - 1),
        "remote" => static element => Of(element.Part.Member(nameof(CauseEntity.Remote)) is true),
        "inferred" => static element => Of(element.Part.Member(nameof(CauseService.Inferred)) is true),
        _ => throw NotHere(name),
    };

    internal override Func<CauseElement, double?> Number(string name) => name switch
    {
        "index" => static element => element.Index,
        "coverage" => static element => element.Part.Member(nameof(CauseEntity.Coverage)) as double?,
        _ => throw NotHere(name),
    };

    internal override Func<CauseElement, TextTest?, bool> Text(string name) => name switch
    {
        "name" => static (element, test) => Passes(element.Part.Member(nameof(CauseService.Name)) as string, test),
        "type" => static (element, test) => Passes(element.Part.Member(nameof(CauseService.Type)) as string, test),
        "message" => static (element, test) => Passes(element.Part.Member(nameof(CauseException.Message)) as string, test),
        _ => throw NotHere(name),
    };
}
