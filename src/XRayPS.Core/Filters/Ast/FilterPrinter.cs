using System.Globalization;
using System.Text;

namespace XRayPS.Core.Filters.Ast;

/// <summary>Writes a tree as text: explicit AND, upper-case operators, as few parentheses as the tree needs.</summary>
public static class FilterPrinter
{
    private const int Or = 0;
    private const int And = 1;
    private const int Unary = 2;

    /// <summary>The tree as an expression that parses to the same tree.</summary>
    /// <param name="node">The tree.</param>
    public static string Print(FilterNode node)
    {
        StringBuilder text = new();
        Write(text, node, Or);
        return text.ToString();
    }

    /// <summary>A text as a literal of the language, quoted and escaped.</summary>
    /// <param name="value">The text.</param>
    public static string Quote(string value)
    {
        StringBuilder text = new(value.Length + 2);
        text.Append('"');
        foreach (char c in value)
        {
            _ = c switch
            {
                '"' or '\\' => text.Append('\\').Append(c),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' => text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => text.Append(c),
            };
        }

        return text.Append('"').ToString();
    }

    /// <summary>A keyword as it is written, in brackets where the key needs them.</summary>
    /// <param name="use">The keyword.</param>
    public static string Print(KeywordUse use) => use.Key switch
    {
        null => use.Keyword.Name,
        _ when use.Key.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_') => $"{use.Keyword.Name}.{use.Key}",
        _ => $"{use.Keyword.Name}[{use.Key}]",
    };

    private static void Write(StringBuilder text, FilterNode node, int level)
    {
        switch (node)
        {
            case OrNode or:
                WriteTerms(text, or.Terms, " OR ", Or, level);
                break;
            case AndNode and:
                WriteTerms(text, and.Terms, " AND ", And, level);
                break;
            case NotNode not:
                Write(text.Append('!'), not.Operand, Unary);
                break;
            case ExistenceNode existence:
                text.Append(Print(existence.Keyword));
                break;
            case ComparisonNode comparison:
                text.Append(Print(comparison.Keyword)).Append(' ').Append(OperatorText.Of(comparison.Operator)).Append(' ');
                Write(text, comparison.Literal);
                break;
            case ServiceNode service:
                text.Append(Vocabulary.Service).Append('(').Append(Print(service.Selector)).Append(')');
                WriteBody(text, service.Body);
                break;
            case EdgeNode edge:
                text.Append(Vocabulary.Edge).Append('(').Append(Print(edge.Source)).Append(", ").Append(Print(edge.Destination)).Append(')');
                WriteBody(text, edge.Body);
                break;
            case RootCauseNode cause:
                WriteBody(text.Append(cause.Keyword.Keyword.Name), cause.Body);
                break;
            case RootCauseJsonNode json:
                text.Append(json.Keyword.Keyword.Name).Append(" = #").Append(json.Json);
                break;
        }
    }

    private static void WriteTerms(StringBuilder text, IReadOnlyList<FilterNode> terms, string connective, int own, int level)
    {
        bool grouped = level > own;
        text.Append(grouped ? "(" : "");
        for (int i = 0; i < terms.Count; i++)
        {
            // A nested list of the same kind was written in parentheses, and keeps them.
            Write(text.Append(i == 0 ? "" : connective), terms[i], own + 1);
        }

        text.Append(grouped ? ")" : "");
    }

    private static void WriteBody(StringBuilder text, FilterNode? body)
    {
        if (body is null)
        {
            return;
        }

        Write(text.Append(" { "), body, Or);
        text.Append(" }");
    }

    private static void Write(StringBuilder text, FilterLiteral literal) => text.Append(literal switch
    {
        TextLiteral quoted => Quote(quoted.Value),
        NumberLiteral number => number.ToText(),
        BooleanLiteral { Value: true } => "true",
        _ => "false",
    });

    private static string Print(NodeSelector? selector)
    {
        if (selector is not { IsId: true })
        {
            return selector?.Name is { } name ? Quote(name) : "";
        }

        List<string> members = [];
        Add(members, "name", selector.Name);
        Add(members, "type", selector.Type);
        Add(members, "account.id", selector.AccountId);
        return $"id({string.Join(", ", members)})";
    }

    private static void Add(List<string> members, string member, string? value)
    {
        if (value is not null)
        {
            members.Add($"{member}: {Quote(value)}");
        }
    }
}
