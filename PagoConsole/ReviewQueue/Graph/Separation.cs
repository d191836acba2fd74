namespace PagoConsole.ReviewQueue.Graph;

/// <summary>Moves boxes that lie on each other apart, a little at a time, within the frame.</summary>
internal static class Separation
{
    private const int Rounds = 120;
    private const int Gap = 8;

    /// <summary>The boxes apart; null if they did not come apart in time.</summary>
    public static List<GraphNode>? Apart(List<GraphNode> nodes)
    {
        var boxes = nodes.Select(Within).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            var still = true;
            for (var i = 0; i < boxes.Length; i++)
                for (var j = i + 1; j < boxes.Length; j++)
                    if (Part(ref boxes[i], ref boxes[j], i == 0))
                        still = false;
            if (still) return [.. boxes];
        }

        return null;
    }

    private static GraphNode Within(GraphNode node) => node with
    {
        X = Math.Clamp(node.X, (node.Width / 2) + 1, GraphLayout.Width - (node.Width / 2) - 1),
        Y = Math.Clamp(node.Y, (node.Height / 2) + 1, GraphLayout.Height - (node.Height / 2) - 1),
    };

    /// <summary>Parts two boxes along the shorter way; the first of all stays where it is.</summary>
    private static bool Part(ref GraphNode one, ref GraphNode other, bool fixedOne)
    {
        var overX = ((one.Width + other.Width) / 2) + Gap - Math.Abs(one.X - other.X);
        var overY = ((one.Height + other.Height) / 2) + Gap - Math.Abs(one.Y - other.Y);
        if (overX <= 0 || overY <= 0) return false;
        var (ahead, back) = fixedOne ? (1.0, 0.0) : (0.5, 0.5);
        if (overX < overY)
        {
            var way = other.X >= one.X ? 1 : -1;
            other = Within(other with { X = other.X + (way * (int)Math.Ceiling(overX * ahead)) });
            one = Within(one with { X = one.X - (way * (int)Math.Ceiling(overX * back)) });
        }
        else
        {
            var way = other.Y >= one.Y ? 1 : -1;
            other = Within(other with { Y = other.Y + (way * (int)Math.Ceiling(overY * ahead)) });
            one = Within(one with { Y = one.Y - (way * (int)Math.Ceiling(overY * back)) });
        }

        return true;
    }
}
