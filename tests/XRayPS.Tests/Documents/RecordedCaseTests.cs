using XRayPS.Tests.Support;

namespace XRayPS.Tests.Documents;

/// <summary>What the real service answered, and worked examples, against the folds alone.</summary>
public sealed class RecordedCaseTests
{
    public static TheoryData<string> PutTraceSegments => ServiceCase.Labels("put-trace-segments.json");

    public static TheoryData<string> BatchGetTraces => ServiceCase.Labels("batch-get-traces.json");

    public static TheoryData<string> TraceSummaries => ServiceCase.Labels("trace-summaries.json");

    public static TheoryData<string> WorkedExamples => ServiceCase.Labels("worked-examples.json");

    [Theory]
    [MemberData(nameof(PutTraceSegments))]
    public Task Documents_are_taken_or_refused_as_recorded(string label) => Replay("put-trace-segments.json", label);

    [Theory]
    [MemberData(nameof(BatchGetTraces))]
    public Task Traces_come_back_as_recorded(string label) => Replay("batch-get-traces.json", label);

    [Theory]
    [MemberData(nameof(TraceSummaries))]
    public Task Summaries_are_as_recorded(string label) => Replay("trace-summaries.json", label);

    [Theory]
    [MemberData(nameof(WorkedExamples))]
    public Task Worked_examples_come_out(string label) => Replay("worked-examples.json", label);

    private static Task Replay(string file, string label) => CaseReplayer.ReplayAsync(ServiceCase.Find(file, label), new FoldTarget());
}
