using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using XRayPS.Core.Documents;
using XRayPS.Core.Filters;
using XRayPS.Core.Filters.Completion;

namespace XRayPS.Tests.Filters;

/// <summary>Random expressions against a naive interpreter, and random text.</summary>
public sealed class FilterPropertyTests
{
    private static readonly TraceFacts[] Facts = [.. FilterTraces.All.Values.Select(TraceFacts.Of)];

    [Property(MaxTest = 400, Arbitrary = [typeof(Expressions)])]
    public void Finds_what_a_naive_interpreter_finds(Sentence sentence)
    {
        Assert.True(Filter.TryParse(sentence.Text, out Filter? filter, out FilterError? error), error?.Render());
        int i = 0;
        foreach (AssembledTrace trace in FilterTraces.All.Values)
        {
            Assert.Equal(sentence.Holds(Facts[i++]), filter.IsMatch(FilterTraces.View(trace)));
        }
    }

    [Property(MaxTest = 400, Arbitrary = [typeof(Expressions)])]
    public void Prints_what_it_read(Sentence sentence)
    {
        Assert.True(Filter.TryParse(sentence.Text, out Filter? filter, out _));
        string printed = filter.ToString();
        Assert.True(Filter.TryParse(printed, out Filter? again, out FilterError? error), error?.Render());
        Assert.Equal(printed, again.ToString());
        Assert.All(FilterTraces.All.Values, trace =>
            Assert.Equal(filter.IsMatch(FilterTraces.View(trace)), again.IsMatch(FilterTraces.View(trace))));
    }

    [Property(MaxTest = 2000)]
    public void Random_text_is_read_or_refused(string? text) => Check(text ?? "");

    [Property(MaxTest = 2000, Arbitrary = [typeof(Expressions)])]
    public void Broken_expressions_are_read_or_refused(Sentence sentence, int cut, char put)
    {
        int at = (cut & int.MaxValue) % (sentence.Text.Length + 1);
        Check(sentence.Text[..at]);
        Check(sentence.Text[at..]);
        Check(sentence.Text.Insert(at, put.ToString()));
        Check(sentence.Text[..at] + sentence.Text[(at + (at < sentence.Text.Length ? 1 : 0))..]);
    }

    private static void Check(string text)
    {
        if (Filter.TryParse(text, out Filter? filter, out FilterError? error))
        {
            Assert.All(FilterTraces.All.Values, trace => filter.Evaluate(FilterTraces.View(trace)));
        }
        else
        {
            Assert.StartsWith("Error Location: line ", error.ServiceMessage);
            Assert.InRange(error.Span.Start, 0, text.Length);
            Assert.InRange(error.Span.End, 0, text.Length);
            Assert.Contains('~', error.Render());
        }

        FilterCompletions completions = FilterCompleter.Complete(text, text.Length, FilterNames.None);
        Assert.InRange(completions.Start, 0, text.Length);
    }

    private static class Expressions
    {
        public static Arbitrary<Sentence> Sentences() => Arb.From(Gen.Sized(size => Sentence.Generate(Math.Min(size / 12, 5))));
    }
}
