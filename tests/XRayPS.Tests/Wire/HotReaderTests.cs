using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck.Xunit;
using XRayPS.Core.Wire;

namespace XRayPS.Tests.Wire;

/// <summary>The hand-written readers against the shapes: the same record, the same notes, the same failures.</summary>
public sealed class HotReaderTests
{
    private static readonly JsonNode Summaries = JsonNode.Parse(File.ReadAllText(CaseFiles.Path("wire", "pages", "summaries.json")))!;
    private static readonly JsonNode Graph = JsonNode.Parse(File.ReadAllText(CaseFiles.Path("wire", "pages", "graph.json")))!;

    [Fact]
    public void Every_member_is_read()
    {
        // The first records of the pages have all members of the shapes: what a reader or a page forgets comes back as null.
        JsonNode page = Summaries.DeepClone();
        page["TraceSummaries"]!.AsArray().RemoveAt(1);

        Assert.Equal("", Nulls(Read(Operations.GetTraceSummaries, Bytes(page)).Text));
        Assert.Equal("", Nulls(Read(Operations.GetServiceGraph, Bytes(Graph)).Text));
        Assert.Equal("", Nulls(Read(Operations.GetTraceGraph, Bytes(Graph)).Text));
    }

    [Property(MaxTest = 1500)]
    public void Stray_documents_read_the_same(int seed)
    {
        JsonMutator mutator = new(seed);
        Agree(Operations.GetTraceSummaries, mutator.Stray(Summaries));
        Agree(Operations.GetServiceGraph, mutator.Stray(Graph));
        Agree(Operations.GetTraceGraph, mutator.Stray(Graph));
    }

    [Property(MaxTest = 1500)]
    public void Broken_documents_fail_the_same(int seed)
    {
        JsonMutator mutator = new(seed);
        Agree(Operations.GetTraceSummaries, mutator.Break(mutator.Stray(Summaries)));
        Agree(Operations.GetServiceGraph, mutator.Break(mutator.Stray(Graph)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{} x")]
    [InlineData("{}{}")]
    [InlineData("{\"TraceSummaries\":[{\"Id\":\"\\ud800\"}]}")]
    [InlineData("{\"TraceSummaries\":[{\"Annotations\":{\"\\udc00\":[]}}],\"\\ud800\":1}")]
    [InlineData("{\"TraceSummaries\":[{\"I\\u0064\":\"a\",\"Id\":null}]}")]
    public void Edges_read_the_same(string json) => Agree(Operations.GetTraceSummaries, Encoding.UTF8.GetBytes(json));

    [Fact]
    public void Half_a_surrogate_pair_becomes_a_replacement_character()
    {
        Assert.Equal(
            "\uFFFDx\uD83D\uDE00",
            Operations.GetTraceSummaries.ReadResponse(
                "{\"TraceSummaries\":[{\"Id\":\"\\ud800x\\ud83d\\ude00\"}]}"u8, ReadContext.Client).TraceSummaries[0].Id);
    }

    [Fact]
    public void Names_that_come_again_are_one_string()
    {
        GetNames(out string first, out string second);
        Assert.Equal("shop", first);
        Assert.Same(first, second);
    }

    private static void GetNames(out string first, out string second)
    {
        byte[] page = """{"TraceSummaries":[{"EntryPoint":{"Name":"shop"}},{"EntryPoint":{"Name":"shop"}}]}"""u8.ToArray();
        RecordList<TraceSummary> summaries = Operations.GetTraceSummaries.ReadResponse(page, ReadContext.Client).TraceSummaries;
        (first, second) = (summaries[0].EntryPointName!, summaries[1].EntryPointName!);
    }

    private static void Agree<TRequest, TResponse>(Operation<TRequest, TResponse> operation, byte[] json)
        where TRequest : class, new()
        where TResponse : class, new()
    {
        (string text, string notes) = Read(operation, json);
        (string byShape, string notesOfShape) = Outcome(operation, json, operation.Response.Parse);
        Assert.Equal(byShape, text);
        Assert.Equal(notesOfShape, notes);
    }

    private static (string Text, string Notes) Read<TRequest, TResponse>(Operation<TRequest, TResponse> operation, byte[] json)
        where TRequest : class, new()
        where TResponse : class, new() =>
        Outcome(operation, json, operation.ReadResponse);

    private static (string Text, string Notes) Outcome<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation, byte[] json, Reader<TResponse> read)
        where TRequest : class, new()
        where TResponse : class, new()
    {
        List<string> notes = [];
        try
        {
            TResponse response = read(json, ReadContext.ClientWithNotes(notes.Add));
            return (Encoding.UTF8.GetString(operation.WriteResponse(response)), string.Join('\n', notes));
        }
        catch (JsonException failure)
        {
            return (failure.Message, string.Join('\n', notes));
        }
    }

    /// <summary>The members that are null: to be added to the hand-written reader, and to the page if it lacks them.</summary>
    private static string Nulls(string json)
    {
        Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(json));
        List<string> names = [];
        string name = "";
        while (reader.Read())
        {
            name = reader.TokenType == JsonTokenType.PropertyName ? reader.GetString()! : name;
            if (reader.TokenType == JsonTokenType.Null)
            {
                names.Add(name);
            }
        }

        return string.Join(", ", names);
    }

    private static byte[] Bytes(JsonNode node) => Encoding.UTF8.GetBytes(node.ToJsonString());

    private delegate T Reader<out T>(ReadOnlySpan<byte> json, ReadContext context);
}
