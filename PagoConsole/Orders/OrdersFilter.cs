using System.Globalization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;

namespace PagoConsole.Orders;

/// <summary>How far back the list looks.</summary>
internal enum OrdersPeriod
{
    All,
    Today,
    Week,
}

/// <summary>What the list shows, as its address says it, so that a link shows a colleague the same.</summary>
internal sealed record OrdersFilter
{
    public string? Search { get; init; }

    public IReadOnlyList<OrderStatus> Statuses { get; init; } = [];

    public OrdersPeriod Period { get; init; }

    public OrderCursor? After { get; init; }

    /// <summary>The order whose summary is open beside the list.</summary>
    public string? Open { get; init; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Search) && Statuses.Count == 0 && Period == OrdersPeriod.All;

    public static OrdersFilter Parse(string? search, string? status, string? period, string? after, string? open) => new()
    {
        Search = string.IsNullOrWhiteSpace(search) ? null : search.Trim(),
        Statuses = [.. (status ?? "").Split(',').Select(word => Enum.TryParse<OrderStatus>(word, out var one) && Enum.IsDefined(one) ? one : (OrderStatus?)null).OfType<OrderStatus>().Distinct()],
        Period = Enum.TryParse<OrdersPeriod>(period, out var named) && Enum.IsDefined(named) ? named : OrdersPeriod.All,
        After = CursorOf(after),
        Open = open,
    };

    public (string Name, string? Value)[] ToQuery() =>
    [
        ("q", Search),
        ("status", string.Join(',', Statuses)),
        ("period", Period == OrdersPeriod.All ? null : Period.ToString()),
        ("after", After is null ? null : $"{After.PlacedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)}~{After.OrderId}"),
        ("open", Open),
    ];

    /// <summary>The first page with one state switched.</summary>
    public OrdersFilter Toggle(OrderStatus status) => this with
    {
        Statuses = Statuses.Contains(status) ? [.. Statuses.Where(other => other != status)] : [.. Statuses, status],
        After = null,
        Open = null,
    };

    /// <summary>As the query of Core asks for it; business days are Lima's.</summary>
    public OrderFilter ToCore(DateTimeOffset now, DateTimeOffset? until) => new(Search, Statuses, From: Start(now), Until: until);

    private DateTimeOffset? Start(DateTimeOffset now) => Period switch
    {
        OrdersPeriod.All => null,
        OrdersPeriod.Today => Lima.StartOf(Lima.DayOf(now)),
        OrdersPeriod.Week => Lima.StartOf(Lima.DayOf(now).AddDays(-6)),
    };

    private static OrderCursor? CursorOf(string? text) =>
        text?.Split('~', 2) is [var at, var orderId] && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var ms)
            && ms <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? new OrderCursor(DateTimeOffset.FromUnixTimeMilliseconds(ms), orderId)
            : null;
}
