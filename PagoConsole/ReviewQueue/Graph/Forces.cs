namespace PagoConsole.ReviewQueue.Graph;

/// <summary>The forces of Fruchterman and Reingold for a fixed number of rounds, from a fixed start: no chance is in it.</summary>
internal static class Forces
{
    private const int Rounds = 240;
    private const double RingWidth = 80;
    private const double CentreX = GraphLayout.Width / 2.0;
    private const double CentreY = GraphLayout.Height / 2.0;

    /// <summary>Where each node would like to stand, within the frame; the first stays in the middle.</summary>
    public static (double X, double Y)[] Settle(int[] rings, IReadOnlyList<(int From, int To)> edges)
    {
        var at = Start(rings);
        var length = Math.Sqrt(GraphLayout.Width * GraphLayout.Height / (double)Math.Max(6, rings.Length)) * 0.75;
        for (var round = 0; round < Rounds; round++)
        {
            var push = new (double X, double Y)[at.Length];
            for (var i = 0; i < at.Length; i++)
                for (var j = i + 1; j < at.Length; j++)
                    Apply(push, at, i, j, distance => length * length / distance);
            foreach (var (from, to) in edges) Apply(push, at, from, to, distance => -distance * distance / length);
            Move(at, push, GraphLayout.Width / 8.0 * (1 - (round / (double)Rounds)));
        }

        return at;
    }

    private static (double X, double Y)[] Start(int[] rings)
    {
        var at = new (double X, double Y)[rings.Length];
        foreach (var ring in rings.Select((ring, n) => (ring, n)).GroupBy(pair => pair.ring, pair => pair.n))
        {
            var members = ring.ToList();
            for (var i = 0; i < members.Count; i++)
            {
                var angle = (2 * Math.PI * i / members.Count) + (ring.Key * 0.7);
                at[members[i]] = (CentreX + (ring.Key * RingWidth * Math.Cos(angle)), CentreY + (ring.Key * RingWidth * Math.Sin(angle)));
            }
        }

        if (at.Length > 0) at[0] = (CentreX, CentreY);
        return at;
    }

    private static void Apply((double X, double Y)[] push, (double X, double Y)[] at, int i, int j, Func<double, double> force)
    {
        var (dx, dy) = (at[i].X - at[j].X, at[i].Y - at[j].Y);
        var distance = Math.Sqrt((dx * dx) + (dy * dy));
        if (distance < 0.01) (dx, dy, distance) = (0.01 * (j - i), 0.01, 0.01);
        var (x, y) = (dx / distance * force(distance), dy / distance * force(distance));
        push[i] = (push[i].X + x, push[i].Y + y);
        push[j] = (push[j].X - x, push[j].Y - y);
    }

    private static void Move((double X, double Y)[] at, (double X, double Y)[] push, double most)
    {
        for (var i = 1; i < at.Length; i++)
        {
            var size = Math.Max(0.01, Math.Sqrt((push[i].X * push[i].X) + (push[i].Y * push[i].Y)));
            var step = Math.Min(size, most) / size;
            at[i] = (Math.Clamp(at[i].X + (push[i].X * step), 0, GraphLayout.Width), Math.Clamp(at[i].Y + (push[i].Y * step), 0, GraphLayout.Height));
        }
    }
}
