using PagoConsole.Core.Orders;
using PagoConsole.Core.Review.Links;

namespace PagoConsole.Tests.Components;

/// <summary>Link graphs by hand and by chance.</summary>
internal static class LinkGraphs
{
    /// <summary>The case's account shares a phone with a fraudulent account, which shares a device with one that pays.</summary>
    public static LinkGraph Small { get; } = new(
        "T-1",
        [new("u-me", true, 2, 0, 0, 0, 0), new("u-bad", false, 100, 0, 1, 2, 1), new("u-good", false, 1, 1, 0, 0, 0)],
        [new(0, IdentifierKind.Phone, "•••321", true), new(1, IdentifierKind.Device, null, false)],
        [new("u-me", 0), new("u-bad", 0), new("u-bad", 1), new("u-good", 1)],
        [new(IdentifierKind.Phone, "•••321", 1, false)],
        true);

    public static LinkGraph Alone { get; } = new("T-1", [new("u-me", true, 1, 0, 0, 0, 0)], [], [], [], false);

    /// <summary>As many of each as asked for, tied at random; a tie may be missing, so that parts stand alone.</summary>
    public static LinkGraph Random(int accounts, int identifiers, int seed)
    {
        var random = new Random(seed);
        var kinds = LinkBounds.Kinds;
        return new LinkGraph(
            "T-1",
            [.. Enumerable.Range(0, accounts).Select(n => new GraphAccount($"u-{n}", n == 0, n, 0, 0, 0, 0))],
            [.. Enumerable.Range(0, identifiers).Select(n => new GraphIdentifier(n, kinds[n % kinds.Count], "•••", n % 2 == 0))],
            [.. Enumerable.Range(0, identifiers).SelectMany(n => Enumerable.Range(0, random.Next(5)).Select(_ => new GraphLink($"u-{random.Next(accounts)}", n))).Distinct()],
            [],
            false);
    }
}
