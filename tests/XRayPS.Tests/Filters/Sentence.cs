using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace XRayPS.Tests.Filters;

/// <summary>An expression and what it should say: both made by the same hand, neither with the help of the parser.</summary>
public sealed record Sentence(string Text, int Binding, Func<TraceFacts, bool> Holds)
{
    private const int Or = 0;
    private const int And = 1;
    private const int Unary = 2;

    private static readonly string[] Signs = ["=", "!=", "<", "<=", ">", ">="];
    private static readonly string[] TextSigns = ["=", "!=", "CONTAINS", "beginswith", "EndsWith"];
    private static readonly double[] Numbers = [0, 0.25, 0.5, 1, 2, 4, 6, 7, 29, 30, 200, 404, 500];
    private static readonly string[] Texts = ["", "alice", "e", "a", "http", "assembly", "fault", "29", "true", "front"];
    private static readonly string[] Keys = ["kind", "age", "backend", "gameid", "customer.tier", "none"];

    public override string ToString() => Text;

    internal static Gen<Sentence> Generate(int depth) => depth == 0 ? Simple() : Gen.OneOf(
        Simple(),
        Generate(depth - 1).Select(Negate),
        Pair(depth, (one, other) => Join(one, other, " OR ", Or, facts => one.Holds(facts) || other.Holds(facts))),
        Pair(depth, (one, other) => Join(one, other, " AND ", And, facts => one.Holds(facts) && other.Holds(facts))),
        Pair(depth, (one, other) => Join(one, other, " ", And, facts => one.Holds(facts) && other.Holds(facts))));

    private static Gen<Sentence> Pair(int depth, Func<Sentence, Sentence, Sentence> combine) =>
        from one in Generate(depth - 1)
        from other in Generate(depth - 1)
        select combine(one, other);

    private static Sentence Negate(Sentence operand) => new("!" + operand.In(Unary), Unary, facts => !operand.Holds(facts));

    private static Sentence Join(Sentence one, Sentence other, string between, int binding, Func<TraceFacts, bool> holds) =>
        new(one.In(binding) + between + other.In(binding), binding, holds);

    private string In(int binding) => Binding < binding ? $"( {Text} )" : Text;

    private static Gen<Sentence> Simple() => Gen.OneOf(Flags(), NumberConditions(), TextConditions(), AnnotationConditions());

    private static Gen<Sentence> Flags() =>
        from flag in Gen.Elements<(string, Func<TraceFacts, bool>)>(
            ("ok", facts => facts.HasRoot && !facts.Error && !facts.Fault && !facts.Throttle),
            ("error", facts => facts.Error),
            ("FAULT", facts => facts.Fault),
            ("throttle", facts => facts.Throttle))
        from form in Gen.Choose(0, 3)
        select form switch
        {
            0 => new Sentence(flag.Item1, Unary, flag.Item2),
            1 => new Sentence(flag.Item1 + " = true", Unary, flag.Item2),
            2 => new Sentence(flag.Item1 + "=false", Unary, facts => !flag.Item2(facts)),
            _ => new Sentence(flag.Item1 + " != true", Unary, facts => !flag.Item2(facts)),
        };

    private static Gen<Sentence> NumberConditions() =>
        from field in Gen.Elements<(string, Func<TraceFacts, double?>)>(
            ("responsetime", facts => facts.ResponseTime),
            ("Duration", facts => facts.Duration),
            ("http.status", facts => facts.Status == 0 ? null : facts.Status))
        from sign in Gen.Elements(Signs)
        from number in Gen.Elements(Numbers)
        select new Sentence(
            $"{field.Item1} {sign} {number.ToString(CultureInfo.InvariantCulture)}",
            Unary,
            facts => field.Item2(facts) is { } value && Compare(value, sign, number));

    private static Gen<Sentence> TextConditions() =>
        from field in Gen.Elements<(string, Func<TraceFacts, string[]>)>(
            ("user", facts => facts.Users),
            ("http.url", facts => facts.Url is null ? [] : [facts.Url]))
        from sign in Gen.Elements(TextSigns)
        from text in Gen.Elements(Texts)
        select new Sentence(
            $"{field.Item1} {sign} \"{text}\"", Unary, facts => field.Item2(facts).Any(value => Compare(value, sign, text)));

    private static Gen<Sentence> AnnotationConditions() =>
        from key in Gen.Elements(Keys)
        from sign in Gen.Elements([.. Signs, .. TextSigns])
        from literal in Gen.OneOf(
            Gen.Elements(Numbers).Select(number => (object)number),
            Gen.Elements(Texts).Select(text => (object)text),
            Gen.Elements(true, false).Select(flag => (object)flag))
        from alone in Gen.Frequency((1, Gen.Constant(true)), (5, Gen.Constant(false)))
        let name = key.Contains('.') ? $"annotation[{key}]" : $"annotation.{key}"
        select alone
            ? new Sentence(name, Unary, facts => facts.Annotations.Any(each => each.Key == key && each.Value is not false))
            : new Sentence(
                $"{name} {sign} {Literal(literal)}",
                Unary,
                facts => facts.Annotations.Any(each => each.Key == key && CompareAny(each.Value, sign, literal)));

    private static string Literal(object literal) => literal switch
    {
        bool flag => flag ? "true" : "false",
        double number => number.ToString(CultureInfo.InvariantCulture),
        _ => $"\"{literal}\"",
    };

    private static bool CompareAny(object value, string sign, object literal) => (value, literal) switch
    {
        (bool flag, bool other) => sign == "=" ? flag == other : sign == "!=" && flag != other,
        (bool flag, "true") => sign == "=" ? flag : sign == "!=" && !flag,
        (string text, string other) => Compare(text, sign, other),
        (bool or string, _) => false,
        (_, double other) => Compare(Convert.ToDouble(value, CultureInfo.InvariantCulture), sign, other),
        _ => false,
    };

    private static bool Compare(double value, string sign, double other) => sign switch
    {
        "=" => value == other,
        "!=" => value != other,
        "<" => value < other,
        "<=" => value <= other,
        ">" => value > other,
        ">=" => value >= other,
        _ => false,
    };

    private static bool Compare(string value, string sign, string other) => sign switch
    {
        "=" => string.Equals(value, other, StringComparison.Ordinal),
        "!=" => !string.Equals(value, other, StringComparison.Ordinal),
        "CONTAINS" => value.IndexOf(other, StringComparison.Ordinal) >= 0,
        "beginswith" => value.Length >= other.Length && value[..other.Length] == other,
        "EndsWith" => value.Length >= other.Length && value[^other.Length..] == other,
        _ => false,
    };
}
