using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using PagoConsole.Core.Review.Links;
using PagoConsole.ReviewQueue.Graph;

namespace PagoConsole.Tests.Components;

/// <summary>What holds for the picture of any link graph within the bounds.</summary>
public sealed class GraphLayoutTests
{
    [Property(Replay = "(20261122,7)", MaxTest = 60)]
    public Property Nothing_lies_on_anything_else_nor_leaves_the_frame(byte accounts, byte identifiers, int seed)
    {
        var nodes = Layout(accounts, identifiers, seed).Nodes;
        return (nodes.All(IsInFrame) && !nodes.SelectMany((node, n) => nodes.Skip(n + 1).Where(node.Overlaps)).Any()).ToProperty();
    }

    [Property(Replay = "(20261122,7)", MaxTest = 20)]
    public Property The_same_graph_gives_the_same_picture(byte accounts, byte identifiers, int seed) =>
        Layout(accounts, identifiers, seed).Nodes.Select(At).SequenceEqual(Layout(accounts, identifiers, seed).Nodes.Select(At)).ToProperty();

    [Theory]
    [InlineData(LinkBounds.Accounts, LinkBounds.Identifiers)]
    [InlineData(LinkBounds.Accounts, 1)]
    [InlineData(2, 1)]
    [InlineData(1, 0)]
    public void As_many_as_there_can_be_find_their_place(int accounts, int identifiers)
    {
        var layout = GraphLayout.Of(LinkGraphs.Random(accounts, identifiers, 1));

        Assert.Equal(accounts + identifiers, layout.Nodes.Select(At).Distinct().Count());
        Assert.All(layout.Nodes, node => Assert.True(IsInFrame(node)));
    }

    [Fact]
    public void A_crowd_on_one_spot_is_spread_over_free_cells()
    {
        var room = NodeRoom.For(100);
        var crowd = Enumerable.Range(0, 100).Select(n => new GraphNode($"i:{n}", null, null, room.Width, room.Height) { X = 320, Y = 210 }).ToList();

        var spread = FreeCells.Fill(crowd);

        Assert.All(spread, node => Assert.True(IsInFrame(node)));
        Assert.DoesNotContain(spread.SelectMany((node, n) => spread.Skip(n + 1).Where(node.Overlaps)), _ => true);
        Assert.Throws<ArgumentOutOfRangeException>(() => FreeCells.Fill([.. Enumerable.Repeat(crowd[0], 1000)]));
    }

    [Fact]
    public void The_cases_own_account_is_in_the_middle_and_first()
    {
        var own = GraphLayout.Of(LinkGraphs.Small).Nodes[0];

        Assert.Equal(("u-me", GraphLayout.Width / 2, GraphLayout.Height / 2), (own.Account!.AccountId, own.X, own.Y));
    }

    [Fact]
    public void Whoever_is_tied_is_a_neighbour_and_nobody_else()
    {
        var layout = GraphLayout.Of(LinkGraphs.Small);

        Assert.Equal(["i:0", "i:1"], layout.NeighboursOf("a:u-bad").Select(node => node.Key));
        Assert.True(layout.AreTied("i:0", "a:u-me"));
        Assert.False(layout.AreTied("a:u-me", "a:u-bad"));
        Assert.Null(layout.Find("a:nobody"));
    }

    private static (string, int, int) At(GraphNode node) => (node.Key, node.X, node.Y);

    private static bool IsInFrame(GraphNode node) =>
        node.X - (node.Width / 2.0) >= 0 && node.X + (node.Width / 2.0) <= GraphLayout.Width
        && node.Y - (node.Height / 2.0) >= 0 && node.Y + (node.Height / 2.0) <= GraphLayout.Height;

    private static GraphLayout Layout(byte accounts, byte identifiers, int seed) =>
        GraphLayout.Of(LinkGraphs.Random(1 + (accounts % LinkBounds.Accounts), identifiers % (LinkBounds.Identifiers + 1), seed));
}
