using XRayPS.Core.Filters.Completion;

namespace XRayPS.Tests.Filters;

/// <summary>Completion at the place of <c>|</c>.</summary>
public sealed class FilterCompletionTests
{
    private static readonly FilterNames Names = new()
    {
        Services = ["front", "api.example.com"],
        ServiceTypes = ["AWS::DynamoDB::Table", "client"],
        AnnotationKeys = ["kind", "customer.tier"],
        Groups = ["slow ones"],
        Users = ["alice"],
    };

    [Theory]
    [InlineData("resp|", "responsetime")]
    [InlineData("RESP|", "responsetime")]
    [InlineData("fault AND par|", "partial")]
    [InlineData("fault AND !par|", "partial")]
    [InlineData("(err|", "error")]
    [InlineData("fault |", "= != AND OR")]
    [InlineData("fault A|", "AND")]
    [InlineData("fault !par|", "partial")]
    [InlineData("fault = |", "true false")]
    [InlineData("fault =t|", "true")]
    [InlineData("responsetime |", "= != < <= > >= AND OR")]
    [InlineData("responsetime >|", ">=")]
    [InlineData("http.url C|", "CONTAINS")]
    [InlineData("http.m|", "http.method")]
    [InlineData("http.method = |", "\"GET\" \"POST\" \"PUT\" \"DELETE\" \"PATCH\" \"HEAD\" \"OPTIONS\"", false)]
    [InlineData("user = \"a|", "\"alice\"")]
    [InlineData("annotation.k|", "annotation.kind")]
    [InlineData("annotation[|", "annotation[customer.tier]")]
    [InlineData("service(|", "\"api.example.com\" \"front\" id(")]
    [InlineData("service(\"|", "\"api.example.com\" \"front\"")]
    [InlineData("service(\"fr|", "\"front\"")]
    [InlineData("service(id(|", "name:  type:  account.id: ")]
    [InlineData("service(id(name: |", "\"api.example.com\" \"front\"")]
    [InlineData("service(id(type: \"cl|", "\"client\"")]
    [InlineData("edge(\"front\", |", "\"api.example.com\" \"front\" id(")]
    [InlineData("service() { ro|", "root")]
    [InlineData("service() { pa|", "")]
    [InlineData("edge(\"a\", \"b\") { source|", "source.annotation[customer.tier] source.annotation.kind source.annotation.")]
    [InlineData("rootcause.fault.s|", "rootcause.fault.service { ")]
    [InlineData("rootcause.responsetime.entity { cov|", "coverage")]
    [InlineData("rootcause.fault.entity { cov|", "")]
    [InlineData("group.name = |", "\"slow ones\"")]
    [InlineData("group.name = \"slow o|", "\"slow ones\"")]
    [InlineData("responsetime > 5 AND us|", "user")]
    [InlineData("madeup AND f|", "")]
    [InlineData("us| AND fault", "user")]
    [InlineData("fault|", "")]
    public void Offers_what_the_parser_would_take(string text, string candidates, bool inOrder = true)
    {
        int cursor = text.IndexOf('|');
        FilterCompletions found = FilterCompleter.Complete(text.Remove(cursor, 1), cursor, Names);
        IEnumerable<string> texts = found.Candidates.Select(each => each.Text);
        Assert.Equal(candidates, string.Join(' ', inOrder ? texts : texts.OrderBy(each => candidates.IndexOf(each, StringComparison.Ordinal))));
    }

    [Fact]
    public void Every_candidate_is_told_about() =>
        Assert.All(FilterCompleter.Complete("", 0, Names).Candidates, each => Assert.NotEmpty(each.Description));
}
