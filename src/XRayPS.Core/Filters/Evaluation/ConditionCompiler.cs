using XRayPS.Core.Filters.Ast;

namespace XRayPS.Core.Filters.Evaluation;

/// <summary>Turns a tree into closures.</summary>
/// <typeparam name="T">What the tree speaks of.</typeparam>
/// <param name="fields">How its keywords are read.</param>
internal class ConditionCompiler<T>(Fields<T> fields)
{
    internal Condition<T> Compile(FilterNode node) => node switch
    {
        OrNode or => Any([.. or.Terms.Select(Compile)]),
        AndNode and => All([.. and.Terms.Select(Compile)]),
        NotNode not => Not(Compile(not.Operand)),
        ExistenceNode existence => Exists(existence.Keyword),
        ComparisonNode { Keyword.Keyword.Kind: not KeywordKind.Group } comparison => Compare(comparison),
        _ => CompileOther(node),
    };

    /// <summary>Conditions that stand outside of braces only.</summary>
    protected virtual Condition<T> CompileOther(FilterNode node) =>
        throw new InvalidOperationException($"{node.GetType().Name} cannot stand here.");

    private static Condition<T> Any(Condition<T>[] terms) => (target, match) =>
    {
        Verdict verdict = Verdict.No;
        foreach (Condition<T> term in terms)
        {
            Verdict each = term(target, match);
            if (each == Verdict.Yes)
            {
                return Verdict.Yes;
            }

            verdict = each == Verdict.Unknown ? each : verdict;
        }

        return verdict;
    };

    private static Condition<T> All(Condition<T>[] terms) => (target, match) =>
    {
        Verdict verdict = Verdict.Yes;
        foreach (Condition<T> term in terms)
        {
            Verdict each = term(target, match);
            if (each == Verdict.No)
            {
                return Verdict.No;
            }

            verdict = each == Verdict.Unknown ? each : verdict;
        }

        return verdict;
    };

    private static Condition<T> Not(Condition<T> operand) => (target, _) => operand(target, null) switch
    {
        Verdict.No => Verdict.Yes,
        Verdict.Yes => Verdict.No,
        _ => Verdict.Unknown,
    };

    private static Verdict Of(bool holds) => holds ? Verdict.Yes : Verdict.No;

    private Condition<T> Exists(KeywordUse use)
    {
        string name = use.Keyword.Name;
        switch (use.Keyword.Kind)
        {
            case KeywordKind.Boolean:
                Func<T, Verdict> flag = fields.Flag(name);
                return (target, _) => flag(target);
            case KeywordKind.Number:
                Func<T, double?> number = fields.Number(name);
                return (target, _) => Of(number(target) is not null);
            case KeywordKind.Annotation:
                Func<T, AnnotationTest, bool> annotation = fields.Annotation(name, use.Key!);
                AnnotationTest test = new();
                return (target, _) => Of(annotation(target, test));
            default:
                Func<T, TextTest?, bool> text = fields.Text(name);
                return (target, _) => Of(text(target, null));
        }
    }

    private Condition<T> Compare(ComparisonNode node)
    {
        string name = node.Keyword.Keyword.Name;
        switch (node.Keyword.Keyword.Kind, node.Literal)
        {
            case (KeywordKind.Boolean, { } literal) when Literals.Flag(literal) is { } value:
                Condition<T> flag = Exists(node.Keyword);
                return value == (node.Operator == FilterOperator.Equal) ? flag : Not(flag);
            case (KeywordKind.Number, NumberLiteral literal):
                Func<T, double?> number = fields.Number(name);
                NumberTest numberTest = new(node.Operator, literal.Value);
                return (target, _) => Of(number(target) is { } value && numberTest.IsMatch(value));
            case (KeywordKind.Text, TextLiteral literal):
                Func<T, TextTest?, bool> text = fields.Text(name);
                TextTest textTest = new(node.Operator, literal.Value);
                return (target, _) => Of(text(target, textTest));
            case (KeywordKind.Annotation, { } literal):
                Func<T, AnnotationTest, bool> annotation = fields.Annotation(name, node.Keyword.Key!);
                AnnotationTest annotationTest = new(node.Operator, literal);
                return (target, _) => Of(annotation(target, annotationTest));
            default:
                // A literal of another kind is no mistake: it matches nothing (observed).
                return static (_, _) => Verdict.No;
        }
    }
}
