using PagoConsole.Core.Review.Queue;

namespace PagoConsole.ReviewQueue.Queue;

/// <summary>A view that everybody has.</summary>
/// <param name="Key">Its name in the resources: <c>View_KEY</c>.</param>
/// <param name="Cases">Which cases.</param>
internal sealed record BuiltInView(string Key, QueueFilter Cases)
{
    public static IReadOnlyList<BuiltInView> All { get; } =
    [
        new("All", QueueFilter.All),
        new("Mine", new() { Holder = QueueHolder.Mine }),
        new("Unclaimed", new() { Holder = QueueHolder.Nobody }),
        new("NewAccounts", new() { Reason = "new-account-high-value" }),
        new("Aml", new() { Aml = true }),
        new("Escalated", new() { Escalated = true }),
        new("Second", new() { Second = true }),
    ];
}
