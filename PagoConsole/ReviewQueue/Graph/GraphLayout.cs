using PagoConsole.Core.Review.Links;

namespace PagoConsole.ReviewQueue.Graph;

/// <summary>
/// Puts a link graph into its frame: forces pull together what is tied and push apart what is not, with the case's own account in the middle.
/// The same graph always gives the same picture, nothing lies on anything else, nothing leaves the frame.
/// </summary>
internal sealed class GraphLayout
{
    public const int Width = 640;
    public const int Height = 420;

    private readonly Dictionary<string, GraphNode> byKey;
    private readonly ILookup<string, string> neighbours;

    private GraphLayout(IReadOnlyList<GraphNode> nodes, IReadOnlyList<(GraphNode From, GraphNode To)> edges, NodeRoom room)
    {
        (Nodes, Edges, Room) = (nodes, edges, room);
        byKey = nodes.ToDictionary(node => node.Key, StringComparer.Ordinal);
        neighbours = edges.SelectMany(edge => new[] { (edge.From.Key, edge.To.Key), (edge.To.Key, edge.From.Key) }).ToLookup(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);
    }

    /// <summary>Accounts and identifiers as they follow each other from the case's own account outwards.</summary>
    public IReadOnlyList<GraphNode> Nodes { get; }

    public IReadOnlyList<(GraphNode From, GraphNode To)> Edges { get; }

    public NodeRoom Room { get; }

    public static GraphLayout Of(LinkGraph graph)
    {
        var room = NodeRoom.For(graph.Accounts.Count + graph.Identifiers.Count);
        var nodes = graph.Accounts.Select(account => new GraphNode(KeyOf(account.AccountId), account, null, room.AccountWidth, room.AccountHeight))
            .Concat(graph.Identifiers.Select(identifier => new GraphNode(KeyOf(identifier.Id), null, identifier, room.Width, room.Height))).ToList();
        var at = nodes.Select((node, n) => (node.Key, n)).ToDictionary(pair => pair.Key, pair => pair.n, StringComparer.Ordinal);
        var edges = graph.Links.Select(link => (From: at[KeyOf(link.AccountId)], To: at[KeyOf(link.IdentifierId)])).ToList();
        var rings = Rings(nodes.Count, edges);
        var placed = Place(nodes, Forces.Settle(rings, edges));
        var outwards = placed.Select((node, n) => (node, n)).OrderBy(pair => rings[pair.n]).Select(pair => pair.node).ToList();
        return new(outwards, edges.ConvertAll(edge => (placed[edge.From], placed[edge.To])), room);
    }

    public GraphNode? Find(string? key) => key is not null && byKey.TryGetValue(key, out var node) ? node : null;

    /// <summary>What is tied to a node.</summary>
    public IEnumerable<GraphNode> NeighboursOf(string key) => neighbours[key].Select(other => byKey[other]);

    public bool AreTied(string one, string other) => one == other || neighbours[one].Contains(other, StringComparer.Ordinal);

    private static string KeyOf(string account) => $"a:{account}";

    private static string KeyOf(int identifier) => $"i:{identifier}";

    private static List<GraphNode> Place(List<GraphNode> nodes, IReadOnlyList<(double X, double Y)> wanted)
    {
        var moved = nodes.Select((node, n) => node with { X = (int)wanted[n].X, Y = (int)wanted[n].Y }).ToList();
        return Separation.Apart(moved) ?? FreeCells.Fill(moved);
    }

    /// <summary>How many steps each node is from the case's own account, which is the first.</summary>
    private static int[] Rings(int count, List<(int From, int To)> edges)
    {
        var rings = Enumerable.Repeat(int.MaxValue, count).ToArray();
        var ties = edges.SelectMany(edge => new[] { edge, (From: edge.To, To: edge.From) }).ToLookup(edge => edge.From, edge => edge.To);
        var waiting = new Queue<int>();
        for (var start = 0; start < count; start++)
        {
            if (rings[start] != int.MaxValue) continue;
            rings[start] = start == 0 ? 0 : 1;
            waiting.Enqueue(start);
            while (waiting.TryDequeue(out var node))
                foreach (var next in ties[node].Where(next => rings[next] == int.MaxValue))
                {
                    rings[next] = rings[node] + 1;
                    waiting.Enqueue(next);
                }
        }

        return rings;
    }
}
