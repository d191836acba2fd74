using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Shared;

namespace PagoConsole.Orders;

/// <summary>The list of orders. Rows change in place; new orders wait behind a bar, so that nothing moves under the reader's eyes.</summary>
public sealed partial class OrdersPage
{
    private OrdersFilter filter = new();
    private OrdersFilter? loaded;
    private OrderPage page = new([], null);
    private IReadOnlyList<OrderStatusCount> counts = [];
    private DateTimeOffset? until;
    private int fresh;

    [Inject]
    internal IStringLocalizer<OrdersText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal OrderList List { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "q")]
    public string? Query { get; set; }

    [SupplyParameterFromQuery(Name = "status")]
    public string? Status { get; set; }

    [SupplyParameterFromQuery(Name = "period")]
    public string? Period { get; set; }

    [SupplyParameterFromQuery(Name = "after")]
    public string? After { get; set; }

    [SupplyParameterFromQuery(Name = "open")]
    public string? OpenOrder { get; set; }

    private string EmptyBody => filter switch
    {
        { Search: { } text } => Text["EmptySearch_Body", text],
        { IsEmpty: true } => Text["Empty_Body"],
        _ => Text["EmptyFiltered_Body"],
    };

    protected override bool Concerns(JournalEntry entry) => entry.OrderId is not null;

    protected override Task OnParametersSetAsync()
    {
        filter = OrdersFilter.Parse(Query, Status, Period, After, OpenOrder);
        return loaded is not null && loaded == filter with { Open = loaded.Open } ? Task.CompletedTask : base.OnParametersSetAsync();
    }

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        var asked = filter;
        var anew = loaded is null || loaded with { Open = null } != asked with { Open = null };
        if (anew) until = null;
        var read = await List.ReadAsync(asked.ToCore(Time.GetUtcNow(), until), asked.After, viewer, ct);
        if (!read.Done) return read.Refusal;
        var counted = await List.CountAsync(viewer, ct);
        if (!counted.Done) return counted.Refusal;

        // What is newer than the newest row of the first look waits behind the bar.
        if (anew && asked.After is null && read.Value.Rows is [var newest, ..]) until = newest.PlacedAt.AddMilliseconds(1);
        fresh = until is null || anew ? 0 : await CountFreshAsync(asked, until.Value, viewer, ct);
        (page, counts, loaded) = (read.Value, counted.Value, asked);
        return null;
    }

    private async Task<int> CountFreshAsync(OrdersFilter asked, DateTimeOffset from, Actor viewer, CancellationToken ct)
    {
        var newer = await List.ReadAsync(asked.ToCore(Time.GetUtcNow(), null) with { From = from }, null, viewer, ct);
        return newer.Done ? newer.Value.Rows.Count : 0;
    }

    private Task ShowFreshAsync()
    {
        loaded = null;
        return ReloadAsync();
    }

    private void Search(string? text) => Navigation.NavigateTo(ConsoleUrls.Orders(filter with { Search = text, After = null, Open = null }));

    private void Open(string? orderId) => Navigation.NavigateTo(ConsoleUrls.Orders(filter with { Open = orderId }));

    private void Step(int by)
    {
        var at = page.Rows.ToList().FindIndex(row => row.OrderId == filter.Open) + by;
        if (at >= 0 && at < page.Rows.Count) Open(page.Rows[at].OrderId);
    }

    private int? InState(OrderStatus status) => counts.FirstOrDefault(count => count.Status == status)?.Count is > 0 and var count ? count : null;

    private List<FilterChip> StatusChips() =>
    [
        new(Text["Filter_All"], ConsoleUrls.Orders(filter with { Statuses = [], After = null, Open = null }), filter.Statuses.Count == 0),
        .. counts.Select(count => new FilterChip(
            Words[$"Status_{count.Status}"],
            ConsoleUrls.Orders(filter.Toggle(count.Status)),
            filter.Statuses.Contains(count.Status),
            count.Count,
            More: count.Count >= OrderList.CountLimit)),
    ];

    private List<FilterChip> PeriodChips() =>
    [
        .. Enum.GetValues<OrdersPeriod>().Select(period => new FilterChip(
            Text[$"Period_{period}"], ConsoleUrls.Orders(filter with { Period = period, After = null, Open = null }), filter.Period == period)),
    ];
}
