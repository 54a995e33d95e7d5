using System.Text.Json.Nodes;
using XRayPS.Local;

namespace XRayPS.Tests.Local;

/// <summary>Filter expressions in GetTraceSummaries.</summary>
public sealed class FilteredSummariesTests
{
    [Fact]
    public async Task Pages_end_by_what_was_looked_at_and_count_it()
    {
        await using RunningService service = await RunningService.StartAsync(new LocalSettings { FilteredScanSize = 10 });
        await service.PutAsync([.. Enumerable.Range(1, 35).Select(n => Document(n, n, n % 12 == 0).ToJsonString())]);

        List<(int Found, int Scanned)> pages = [];
        string? token = null;
        do
        {
            JsonObject more = new() { ["FilterExpression"] = "fault AND annotation.number >= 12" };
            if (token is not null)
            {
                more["NextToken"] = token;
            }

            JsonNode page = await service.SummariesAsync(0, 100, more);
            pages.Add((page["TraceSummaries"]!.AsArray().Count, (int)page["TracesProcessedCount"]!));
            token = (string?)page["NextToken"];
        }
        while (token is not null);

        // 35 to 26 (none of 24, 12), 25 to 16, 15 to 6, 5 to 1.
        Assert.Equal([(0, 10), (1, 10), (1, 10), (0, 5)], pages);
    }

    [Theory]
    [InlineData("madeup = 7", "Error Location: line 1, position 1 : Invalid input symbol: 'ma'")]
    [InlineData("fault AND ((error)", "Error Location: line 1, position 19 : missing ')' at end of expression")]
    [InlineData("fault AND (", "Error Location: line 1, position 12 : Invalid input symbol: 'fault AND ('")]
    public async Task What_is_no_expression_is_refused(string expression, string message)
    {
        await using RunningService service = await RunningService.StartAsync();
        Reply reply = await service.PostAsync(
            "/TraceSummaries", new JsonObject { ["StartTime"] = 1, ["EndTime"] = 2, ["FilterExpression"] = expression }.ToJsonString());
        Assert.Equal((400, "InvalidRequestException"), (reply.Status, reply.ErrorType));
        Assert.Equal(message, (string?)reply.Json!["Message"]);
    }

    [Fact]
    public async Task By_the_end_of_segments_the_one_that_was_found_decides()
    {
        await using RunningService service = await RunningService.StartAsync();
        JsonObject late = Documents.Segment(1, 2, 5, 20, "back");
        late["parent_id"] = Documents.Id(1);
        await service.PutAsync(Documents.Segment(1, 1, 0, 6).ToJsonString(), late.ToJsonString());

        Assert.Equal("front", await FoundAsync(service, 0, 10, "service(\"front\")"));
        Assert.Null(await FoundAsync(service, 0, 10, "service(\"back\")"));
        Assert.Equal("back", await FoundAsync(service, 10, 30, "service(\"back\")"));
        Assert.Null(await FoundAsync(service, 10, 30, "service(\"front\")"));
        Assert.Equal("any", await FoundAsync(service, 10, 30, "ok AND !service(\"other\")"));
        Assert.Equal("back", await FoundAsync(service, 10, 30, "service(\"front\") OR service(\"back\")"));
    }

    [Fact]
    public async Task Texts_that_need_escapes_in_the_store_are_found()
    {
        await using RunningService service = await RunningService.StartAsync();
        JsonObject document = Documents.Segment(1, 1, 0, 1);
        document["annotations"] = new JsonObject { ["say"] = "a \"b\" \\ c/d é 😀 <&>" };
        await service.PutAsync(document.ToJsonString());
        foreach (string expression in new[]
        {
            "annotation.say CONTAINS \"\\\"b\\\" \\\\\"",
            "annotation.say ENDSWITH \"é 😀 <&>\"",
            "annotation.say CONTAINS \"c/d\"",
            "annotation.say CONTAINS \"<&>\"",
        })
        {
            JsonNode page = await service.SummariesAsync(-1, 2, new JsonObject { ["FilterExpression"] = expression });
            Assert.Single(page["TraceSummaries"]!.AsArray());
        }
    }

    [Fact]
    public async Task The_default_group_takes_everything()
    {
        await using RunningService service = await RunningService.StartAsync();
        await service.PutAsync(Documents.Segment(1, 1, 0, 1).ToJsonString());
        foreach ((string expression, int count) in new[]
        {
            ("group.name = \"Default\"", 1),
            ("groupname = \"Default\"", 1),
            ("group.arn = \"arn:aws:xray:us-east-1:000000000000:group/Default\"", 1),
            ("group.name = \"nobody\"", 0),
        })
        {
            JsonNode page = await service.SummariesAsync(-1, 2, new JsonObject { ["FilterExpression"] = expression });
            Assert.Equal(count, page["TraceSummaries"]!.AsArray().Count);
        }
    }

    private static JsonObject Document(int number, double start, bool fault)
    {
        JsonObject document = Documents.Segment(number, number, start, start + 1);
        document["fault"] = fault;
        document["annotations"] = new JsonObject { ["number"] = number };
        return document;
    }

    /// <summary>The service whose response time the answer tells, "any" for an answer without one, null for none.</summary>
    private static async Task<string?> FoundAsync(RunningService service, double from, double to, string expression)
    {
        JsonNode page = await service.SummariesAsync(
            from, to, new JsonObject { ["TimeRangeType"] = "Service", ["FilterExpression"] = expression });
        JsonNode? found = page["TraceSummaries"]!.AsArray().SingleOrDefault();
        return found is null ? null : (double?)found["MatchedService"]?["ResponseTime"] switch
        {
            6 => "front",
            15 => "back",
            _ => "any",
        };
    }
}
