using System.Text;
using System.Text.Json;
using XRayPS.Core.Documents;
using XRayPS.Core.Filters;
using XRayPS.Core.Filters.Evaluation;
using XRayPS.Core.Summaries;
using XRayPS.Tests.Support;

namespace XRayPS.Tests.Filters;

/// <summary>The traces of tests/Cases/filters/traces.json by their names, and groups that cases refer to.</summary>
internal sealed class FilterTraces : IGroupFilters
{
    internal static IReadOnlyDictionary<string, AssembledTrace> All { get; } = Load();

    internal static FilterTraces Groups { get; } = new();

    internal static SummaryView View(AssembledTrace trace) => new(SummaryFold.Summarize(trace), () => trace);

    internal static SummaryView SummaryAlone(AssembledTrace trace) => new(SummaryFold.Summarize(trace));

    public string? Find(string nameOrArn, bool isArn) => (nameOrArn, isArn) switch
    {
        ("Default", false) => "",
        ("faults", false) => "fault",
        ("nested", false) => "group.name = \"faults\" AND user",
        ("high_response_time", false) => "responsetime > 5",
        ("arn:aws:xray:us-west-2:111122223333:group/g/ABC", true) => "user AND fault",
        _ => null,
    };

    private static Dictionary<string, AssembledTrace> Load()
    {
        Dictionary<string, AssembledTrace> traces = [];
        using JsonDocument file = JsonDocument.Parse(File.ReadAllText(CaseFolder.File("filters", "traces.json")));
        foreach (JsonProperty entry in file.RootElement.EnumerateObject())
        {
            List<ReceivedDocument> documents = [];
            foreach (JsonElement source in entry.Value.EnumerateArray())
            {
                byte[] json = Encoding.UTF8.GetBytes(source.GetRawText());
                Assert.True(SegmentReader.TryRead(json, out SegmentDocument? document, out DocumentRefusal? refusal), refusal?.Message);
                documents.Add(new ReceivedDocument(document, DateTimeOffset.UnixEpoch.AddSeconds(1_790_000_100), 1));
            }

            traces.Add(entry.Name, TraceAssembly.Assemble(documents[0].Document.TraceId!, documents));
        }

        return traces;
    }
}
