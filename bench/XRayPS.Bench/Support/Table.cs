namespace XRayPS.Bench.Support;

/// <summary>Prints a Markdown table whose columns stand under each other: it goes into a document as it is.</summary>
internal sealed class Table(params string[] header)
{
    private readonly List<string[]> _rows = [header];

    internal void Add(params string[] cells) => _rows.Add(cells);

    internal void Print(string title)
    {
        int[] widths = [.. Enumerable.Range(0, header.Length).Select(column => _rows.Max(row => row[column].Length))];
        Console.WriteLine($"\n{title}\n");
        for (int i = 0; i < _rows.Count; i++)
        {
            // The first column is words, the others are figures.
            IEnumerable<string> cells = _rows[i].Select(
                (cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]));
            Console.WriteLine($"| {string.Join(" | ", cells)} |");
            if (i == 0)
            {
                IEnumerable<string> rule = widths.Select(
                    (width, column) => new string('-', width + 1) + (column == 0 ? "-" : ":"));
                Console.WriteLine($"|{string.Join('|', rule)}|");
            }
        }

        Console.Out.Flush();
    }
}
