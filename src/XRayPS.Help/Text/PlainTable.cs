using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace XRayPS.Help.Text;

/// <summary>A Markdown table in columns of spaces.</summary>
internal static class PlainTable
{
    /// <summary>The table, with a line under its headings.</summary>
    /// <param name="table">The table.</param>
    internal static string Draw(Table table)
    {
        List<string[]> rows = [.. table.Cast<TableRow>().Select(row => row.Cast<TableCell>().Select(Cell).ToArray())];
        int[] widths = [.. Enumerable.Range(0, rows.Max(row => row.Length))
            .Select(column => rows.Max(row => column < row.Length ? row[column].Length : 0))];
        rows.Insert(1, [.. widths.Select((width, column) => new string('-', column < rows[0].Length ? rows[0][column].Length : width))]);
        return string.Join('\n', rows.Select(row =>
            string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()));
    }

    private static string Cell(TableCell cell) => string.Join(' ', cell.OfType<Block>().Select(PlainText.Block));
}
