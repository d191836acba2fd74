using PagoConsole.Core.Review.Links;

namespace PagoConsole.ReviewQueue.Graph;

/// <summary>How much room a node has, which is less the more of them there are.</summary>
/// <param name="AccountWidth">The box of an account: its circle, and beneath it its name where there is room for one.</param>
/// <param name="AccountHeight">The same.</param>
/// <param name="Radius">The circle's.</param>
/// <param name="Width">The box of an identifier.</param>
/// <param name="Height">The same.</param>
/// <param name="Letters">How many letters of a name fit; 0 shows none.</param>
public sealed record NodeRoom(int AccountWidth, int AccountHeight, int Radius, int Width, int Height, int Letters)
{
    /// <summary>The height at which a node's lines meet: beneath an account's circle there is a line for its name, where names are shown.</summary>
    public int MiddleOf(GraphNode node) => node.Account is null || Letters == 0 ? node.Y : node.Y - (node.Height / 2) + Radius + 4;

    /// <summary>Each level's boxes fit into a grid of the frame that has a cell for each node: see FreeCells.</summary>
    public static NodeRoom For(int nodes) => nodes switch
    {
        <= 20 => new(112, 56, 18, 124, 28, 15),
        <= 45 => new(72, 44, 14, 74, 28, 7),
        _ => new(30, 30, 14, 30, 28, 0),
    };
}

/// <summary>A node and where it stands: the middle of its box.</summary>
/// <param name="Key">Names it in this picture.</param>
/// <param name="Account">Set if it is an account.</param>
/// <param name="Identifier">Set if it is an identifier.</param>
/// <param name="Width">Its box.</param>
/// <param name="Height">The same.</param>
public sealed record GraphNode(string Key, GraphAccount? Account, GraphIdentifier? Identifier, int Width, int Height)
{
    public int X { get; init; }

    public int Y { get; init; }

    public bool Overlaps(GraphNode other) => Math.Abs(X - other.X) * 2 < Width + other.Width && Math.Abs(Y - other.Y) * 2 < Height + other.Height;
}
