namespace PagoConsole.ReviewQueue.Graph;

/// <summary>For a crowd that does not come apart by itself: each node takes the free cell of a grid that is nearest to where it would like to stand.</summary>
internal static class FreeCells
{
    private const int Gap = 4;

    public static List<GraphNode> Fill(List<GraphNode> nodes)
    {
        var (columns, rows) = (GraphLayout.Width / (nodes.Max(node => node.Width) + Gap), GraphLayout.Height / (nodes.Max(node => node.Height) + Gap));
        if (columns * rows < nodes.Count) throw new ArgumentOutOfRangeException(nameof(nodes), nodes.Count, "The picture has no room for so many.");
        var free = (from row in Enumerable.Range(0, rows)
                    from column in Enumerable.Range(0, columns)
                    select (X: Middle(column, columns, GraphLayout.Width), Y: Middle(row, rows, GraphLayout.Height))).ToList();
        return nodes.ConvertAll(node =>
        {
            var cell = free.MinBy(c => ((c.X - node.X) * (c.X - node.X)) + ((c.Y - node.Y) * (c.Y - node.Y)));
            free.Remove(cell);
            return node with { X = cell.X, Y = cell.Y };
        });
    }

    private static int Middle(int n, int of, int length) => ((2 * n) + 1) * length / (2 * of);
}
