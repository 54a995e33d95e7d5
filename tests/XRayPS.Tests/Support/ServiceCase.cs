using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace XRayPS.Tests.Support;

/// <summary>
/// What the service answers after certain documents. Members of a case in tests/Cases/service: <c>calls</c>, lists of
/// documents, one list a PutTraceSegments; <c>at</c>, the time of each call in epoch seconds; <c>operation</c>,
/// <c>request</c> and <c>expected</c>, the body; <c>partial</c>, whether the answer may have more members than told;
/// <c>tolerance</c> of numbers. A text <c>&lt;200 x&gt;</c> stands for 200 times x.
/// </summary>
public sealed partial class ServiceCase
{
    private ServiceCase(string label, JsonObject source)
    {
        Label = label;
        Calls = [.. (source["calls"]?.AsArray() ?? []).Select(call => (IReadOnlyList<string>)[.. call!.AsArray().Select(AsText)])];
        ReceivedAt = [.. (source["at"]?.AsArray() ?? []).Select(at => at!.GetValue<double>())];
        Operation = source["operation"]!.GetValue<string>();
        Request = WithDocumentsAsTexts(source["request"]!.AsObject());
        Expected = source["expected"]!.ToJsonString();
        Partial = source["partial"]?.GetValue<bool>() ?? false;
        Tolerance = source["tolerance"]?.GetValue<double>() ?? 0;
    }

    /// <summary>The case's name, unique in its file.</summary>
    public string Label { get; }

    /// <summary>The documents that each PutTraceSegments sends.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Calls { get; }

    /// <summary>When each call is received; empty where it does not matter.</summary>
    public IReadOnlyList<double> ReceivedAt { get; }

    /// <summary>The operation to ask then.</summary>
    public string Operation { get; }

    /// <summary>The body of the question.</summary>
    public string Request { get; }

    /// <summary>The body of the answer.</summary>
    public string Expected { get; }

    /// <summary>Whether the answer may have members that are not told here.</summary>
    public bool Partial { get; }

    /// <summary>By how much numbers may differ.</summary>
    public double Tolerance { get; }

    /// <summary>The cases of a file under tests/Cases/service.</summary>
    public static IReadOnlyList<ServiceCase> Load(string file)
    {
        string text = Repeated().Replace(
            File.ReadAllText(CaseFolder.File("service", file)),
            static match => new string('x', int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)));
        return [.. JsonNode.Parse(text)!.AsArray().Select(static node =>
            new ServiceCase(node!["label"]!.GetValue<string>(), node.AsObject()))];
    }

    /// <summary>The labels of a file, for a theory.</summary>
    public static TheoryData<string> Labels(string file) => [.. Load(file).Select(static found => found.Label)];

    /// <summary>One case of a file.</summary>
    public static ServiceCase Find(string file, string label) => Load(file).Single(found => found.Label == label);

    /// <summary>Compares an answer; null when it is as told, or else where it differs.</summary>
    public string? Difference(string answer) => new JsonComparer(Partial, Tolerance).Difference(Expected, answer);

    private static string AsText(JsonNode? document) =>
        document is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : document!.ToJsonString();

    private static string WithDocumentsAsTexts(JsonObject request)
    {
        JsonObject copy = request.DeepClone().AsObject();
        if (copy["TraceSegmentDocuments"] is JsonArray documents)
        {
            copy["TraceSegmentDocuments"] = new JsonArray([.. documents.Select(document => (JsonNode)AsText(document))]);
        }

        return copy.ToJsonString();
    }

    [GeneratedRegex("<([0-9]+) x>")]
    private static partial Regex Repeated();
}
