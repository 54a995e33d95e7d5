using System.Text.Json;
using XRayPS.Core.Documents;
using XRayPS.Core.Filters;
using XRayPS.Tests.Support;

namespace XRayPS.Tests.Filters;

/// <summary>Replays tests/Cases/filters/matches.json: which of the traces each expression finds.</summary>
public sealed class FilterMatchTests
{
    public static TheoryData<string, string> Cases()
    {
        TheoryData<string, string> rows = [];
        using JsonDocument file = JsonDocument.Parse(File.ReadAllText(CaseFolder.File("filters", "matches.json")));
        foreach (JsonElement row in file.RootElement.EnumerateArray())
        {
            string matches = string.Join(' ', row.GetProperty("matches").EnumerateArray().Select(name => name.GetString()));
            rows.Add(row.GetProperty("expression").GetString()!, matches);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Finds_the_traces(string expression, string matches)
    {
        Filter filter = Parse(expression);
        Assert.Equal(matches, Found(filter));

        // The plain form means the same and prints itself.
        Filter printed = Parse(filter.ToString());
        Assert.Equal(filter.ToString(), printed.ToString());
        Assert.Equal(matches, Found(printed));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_summary_alone_never_contradicts_the_documents(string expression, string matches)
    {
        Filter filter = Parse(expression);
        string[] expected = matches.Split(' ');
        foreach ((string name, AssembledTrace trace) in FilterTraces.All)
        {
            Verdict verdict = filter.Evaluate(FilterTraces.SummaryAlone(trace));
            if (!filter.NeedsDocuments && !expression.Contains("group"))
            {
                Assert.NotEqual(Verdict.Unknown, verdict);
            }

            if (verdict != Verdict.Unknown)
            {
                Assert.Equal(expected.Contains(name), verdict == Verdict.Yes);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_a_filter_requires_stands_in_the_summaries_that_it_finds(string expression, string matches)
    {
        foreach (string text in Parse(expression).RequiredTexts)
        {
            foreach (string name in matches.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                string summary = System.Text.Encoding.UTF8.GetString(
                    XRayPS.Core.Wire.SummaryJson.Write(XRayPS.Core.Summaries.SummaryFold.Summarize(FilterTraces.All[name])));
                Assert.Contains(text, summary.Replace("\\\"", "\"").Replace("\\\\", "\\"));
            }
        }
    }

    [Fact]
    public void Conditions_that_need_documents_are_named()
    {
        Filter filter = Parse("fault AND (service(\"a\") OR service(\"a\") { ok }) AND !edge(\"a\", \"b\") inferred rootcause.fault.service { inferred }");
        Assert.Equal(
            ["service(\"a\") { ok }", "edge(\"a\", \"b\")", "inferred"],
            filter.DocumentConditions.Select(XRayPS.Core.Filters.Ast.FilterPrinter.Print));
        Assert.True(filter.NeedsDocuments);
        Assert.False(Parse("fault AND service(\"a\")").NeedsDocuments);
    }

    [Fact]
    public void Without_groups_to_ask_their_conditions_stay_open()
    {
        Assert.True(Filter.TryParse("group.name = \"faults\" AND error", out Filter? filter, out _));
        Assert.Equal(Verdict.Unknown, filter.Evaluate(FilterTraces.View(FilterTraces.All["missing"])));
        Assert.Equal(Verdict.No, filter.Evaluate(FilterTraces.View(FilterTraces.All["game"])));
    }

    [Theory]
    [InlineData("group.name = \"a\"", 14)]
    [InlineData("fault OR group.name = \"b\"", 23)]
    public void Groups_that_lead_back_to_themselves_are_refused(string expression, int position)
    {
        Assert.False(Filter.TryParse(expression, new Circle(), out _, out FilterError? error));
        Assert.False(error.IsCertain);
        Assert.StartsWith($"Error Location: line 1, position {position} : Invalid input symbol: '\"", error.ServiceMessage);
    }

    [Fact]
    public void A_long_chain_of_groups_is_refused_before_it_exhausts_the_stack()
    {
        Assert.True(Filter.TryParse("group.name = \"9991\"", new Chain(), out _, out _));
        Assert.False(Filter.TryParse("group.name = \"0\"", new Chain(), out _, out _));
    }

    [Fact]
    public void Nodes_know_where_they_stand()
    {
        const string Text = "ok AND (fault OR !service(\"a\") { error }) AND annotation[a.b] = 5";
        Assert.Equal(
            [
                Text, "ok", "(fault OR !service(\"a\") { error })", "fault", "!service(\"a\") { error }", "service(\"a\") { error }",
                "error", "annotation[a.b] = 5",
            ],
            XRayPS.Core.Filters.Ast.FilterWalk.All(Parse(Text).Root).Select(node => Text.Substring(node.Span.Start, node.Span.Length)));
    }

    private static string Found(Filter filter) =>
        string.Join(' ', FilterTraces.All.Where(each => filter.IsMatch(FilterTraces.View(each.Value))).Select(each => each.Key));

    private static Filter Parse(string expression)
    {
        Assert.True(Filter.TryParse(expression, FilterTraces.Groups, out Filter? filter, out FilterError? error), error?.Render());
        return filter;
    }

    private sealed class Chain : IGroupFilters
    {
        public string? Find(string nameOrArn, bool isArn) => nameOrArn == "10000" ? "fault" : $"group.name = \"{int.Parse(nameOrArn) + 1}\"";
    }

    private sealed class Circle : IGroupFilters
    {
        public string? Find(string nameOrArn, bool isArn) =>
            nameOrArn == "a" ? "ok AND group.name = \"b\"" : "error OR group.name = \"a\"";
    }
}
