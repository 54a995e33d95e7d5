using System.Text.Json;
using XRayPS.Core.Filters;
using XRayPS.Tests.Support;

namespace XRayPS.Tests.Filters;

/// <summary>Replays tests/Cases/filters/errors.json and selectors.json.</summary>
public sealed class FilterErrorTests
{
    public static TheoryData<string, string, bool, string?> Errors()
    {
        TheoryData<string, string, bool, string?> rows = [];
        foreach (JsonElement row in Rows("errors"))
        {
            rows.Add(Text(row, "expression")!, Text(row, "error")!, row.GetProperty("certain").GetBoolean(), Text(row, "suggestion"));
        }

        return rows;
    }

    public static TheoryData<string, string?> Selectors()
    {
        TheoryData<string, string?> rows = [];
        foreach (JsonElement row in Rows("selectors"))
        {
            rows.Add(Text(row, "selector")!, Text(row, "error"));
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Errors))]
    public void Is_refused_in_the_words_of_the_service(string expression, string message, bool certain, string? suggestion)
    {
        Assert.False(Filter.TryParse(expression, out _, out FilterError? error), "it was accepted");
        Assert.Equal(message, error.ServiceMessage);
        Assert.Equal(certain, error.IsCertain);
        if (suggestion is not null)
        {
            Assert.Equal(suggestion, error.Suggestion);
        }
    }

    [Theory]
    [MemberData(nameof(Selectors))]
    public void Selectors_are_services_and_edges_alone(string selector, string? message)
    {
        Selector.TryParse(selector, out _, out FilterError? error);
        Assert.Equal(message, error?.ServiceMessage);
    }

    [Fact]
    public void The_first_line_alone_tells_place_expectation_and_suggestion()
    {
        Assert.False(Filter.TryParse("fault AND responetime > 1", out _, out FilterError? error));
        Assert.Equal(
            "Column 11: 'responetime' is not a word of the filter language; expected a condition such as fault or responsetime > 1; did you mean 'responsetime'?\n"
            + "  fault AND responetime > 1\n"
            + "            ~~~~~~~~~~~",
            error.Render());
    }

    [Fact]
    public void Only_the_line_of_the_mistake_is_shown()
    {
        Assert.False(Filter.TryParse("fault AND\n\t(madeup)\nAND ok", out _, out FilterError? error));
        Assert.Equal(2, error.Line);
        Assert.Equal(3, error.Position);
        Assert.EndsWith("\n   (madeup)\n    ~~~~~~", error.Render());
    }

    [Fact]
    public void The_end_is_pointed_at_too()
    {
        Assert.False(Filter.TryParse("(fault", out _, out FilterError? error));
        Assert.Equal("Column 7: missing ')' at end of expression; did you mean ')' at the end?\n  (fault\n        ~", error.Render());
    }

    [Theory]
    [InlineData("(")]
    [InlineData("!")]
    [InlineData("service(){")]
    [InlineData("rootcause.fault.service{")]
    [InlineData("[")]
    [InlineData("#[")]
    [InlineData("\"")]
    [InlineData("fault AND ")]
    public void A_long_run_of_openings_is_a_mistake_and_no_more(string piece)
    {
        string text = string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length));
        Assert.False(Filter.TryParse(text, out _, out FilterError? error));
        Assert.StartsWith("Error Location: line 1, position ", error.ServiceMessage);
    }

    [Fact]
    public void A_long_run_of_conditions_is_accepted()
    {
        string text = string.Join(" OR ", Enumerable.Repeat("fault AND !error", 5000));
        Assert.True(Filter.TryParse(text, out Filter? filter, out _));
        Assert.Equal(text, filter.ToString());
    }

    private static string? Text(JsonElement row, string name) =>
        row.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static IEnumerable<JsonElement> Rows(string name)
    {
        using JsonDocument file = JsonDocument.Parse(File.ReadAllText(CaseFolder.File("filters", $"{name}.json")));
        return [.. file.RootElement.EnumerateArray().Select(row => row.Clone())];
    }
}
