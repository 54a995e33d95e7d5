using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using XRayPS.Core.Wire;

namespace XRayPS.Tests.Wire;

/// <summary>The files of tests/Cases/wire: requests as bodies, answers as records.</summary>
public sealed class WireCaseTests
{
    public static TheoryData<string, string, int> Cases
    {
        get
        {
            TheoryData<string, string, int> cases = [];
            foreach (Operation operation in WithRecords())
            {
                JsonElement file = CaseFiles.Json("wire", operation.Name + ".json");
                foreach (string kind in (string[])["requests", "responses"])
                {
                    for (int i = 0; i < file.GetProperty(kind).GetArrayLength(); i++)
                    {
                        cases.Add(operation.Name, kind, i);
                    }
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_wire_holds(string operation, string kind, int index)
    {
        JsonElement rule = CaseFiles.Json("wire", operation + ".json").GetProperty(kind)[index];
        dynamic row = Operations.Find(operation)!;
        if (kind == "requests")
        {
            Request(row, rule);
        }
        else
        {
            Response(row, rule);
        }
    }

    [Fact]
    public void Every_operation_with_records_has_cases() =>
        Assert.All(WithRecords(), operation =>
        {
            JsonElement file = CaseFiles.Json("wire", operation.Name + ".json");
            Assert.NotEqual(0, file.GetProperty("requests").GetArrayLength());
            Assert.NotEqual(0, file.GetProperty("responses").GetArrayLength());
        });

    [Fact]
    public void Every_answer_can_be_written_and_read_again() =>
        Assert.All(Cases.Where(row => (string)row[1] == "responses"), row =>
        {
            dynamic operation = Operations.Find((string)row[0])!;
            JsonElement rule = CaseFiles.Json("wire", (string)row[0] + ".json").GetProperty("responses")[(int)row[2]];
            Again(operation, rule.GetProperty("record"));
        });

    private static void Request<TRequest, TResponse>(Operation<TRequest, TResponse> operation, JsonElement rule)
        where TRequest : class, new()
        where TResponse : class, new()
    {
        TRequest record = (TRequest)PlainJson.Read(rule.GetProperty("record"), typeof(TRequest));

        byte[] body = operation.WriteRequest(record);

        Same(rule.GetProperty("body").GetRawText(), Encoding.UTF8.GetString(body));
        Assert.Equal(body, operation.WriteRequest(operation.Request.Parse(body, ReadContext.Service)));
    }

    private static void Response<TRequest, TResponse>(Operation<TRequest, TResponse> operation, JsonElement rule)
        where TRequest : class, new()
        where TResponse : class, new()
    {
        JsonElement body = rule.GetProperty("body");
        string text = body.ValueKind == JsonValueKind.String ? body.GetString()! : body.GetRawText();
        List<string> notes = [];

        TResponse record = operation.ReadResponse(Encoding.UTF8.GetBytes(text), ReadContext.ClientWithNotes(notes.Add));

        Same(rule.GetProperty("record").GetRawText(), PlainJson.Write(record).ToJsonString());
        string[] expected = rule.TryGetProperty("notes", out JsonElement said)
            ? [.. said.EnumerateArray().Select(note => note.GetString()!)]
            : [];
        Assert.Equal(expected, notes);
    }

    private static void Again<TRequest, TResponse>(Operation<TRequest, TResponse> operation, JsonElement record)
        where TRequest : class, new()
        where TResponse : class, new()
    {
        byte[] answer = operation.WriteResponse((TResponse)PlainJson.Read(record, typeof(TResponse)));
        Same(record.GetRawText(), PlainJson.Write(operation.ReadResponse(answer, ReadContext.Client)).ToJsonString());
    }

    /// <summary>Equal as JSON: order of members and spelling of numbers do not count.</summary>
    private static void Same(string expected, string actual)
    {
        JsonNode? wanted = JsonNode.Parse(expected);
        JsonNode? got = JsonNode.Parse(actual);
        Assert.True(JsonNode.DeepEquals(wanted, got), $"expected {wanted?.ToJsonString()}\nbut was  {got?.ToJsonString()}");
    }

    private static IEnumerable<Operation> WithRecords() => Operations.All.Where(operation => operation.RequestType is not null);
}
