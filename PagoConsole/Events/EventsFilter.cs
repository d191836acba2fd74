using PagoConsole.Core.Webhooks;

namespace PagoConsole.Events;

/// <summary>What the feed shows, as its address says it.</summary>
internal static class EventsFilter
{
    /// <summary>The verdicts that can be asked for, the usual ones first.</summary>
    public static IReadOnlyList<DeliveryVerdict> Offered { get; } =
        [.. Enum.GetValues<DeliveryVerdict>().Where(verdict => verdict != DeliveryVerdict.Waiting)];

    public static IReadOnlyList<DeliveryVerdict> Parse(string? text) =>
    [
        .. (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => Enum.TryParse<DeliveryVerdict>(word, out var verdict) && Offered.Contains(verdict) ? verdict : (DeliveryVerdict?)null)
            .OfType<DeliveryVerdict>()
            .Distinct(),
    ];

    /// <summary>The filter with one verdict switched.</summary>
    public static IReadOnlyList<DeliveryVerdict> Toggle(IReadOnlyList<DeliveryVerdict> chosen, DeliveryVerdict verdict) =>
        chosen.Contains(verdict) ? [.. chosen.Where(other => other != verdict)] : [.. chosen, verdict];
}
