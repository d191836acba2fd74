using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Payments.Cases;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Shared;

namespace PagoConsole.MoneyDesk;

/// <summary>The desk of finance: all money that does not simply settle its order, the oldest first, so that none is forgotten.</summary>
public sealed partial class MoneyDeskPage
{
    private DeskFilter filter = new();
    private DeskFilter? loaded;
    private MoneyRows page = new([], null);
    private MoneyTotals? totals;
    private MoneyOfNoOrder? noOrder;

    [Inject]
    internal IStringLocalizer<DeskText> Text { get; set; } = default!;

    [Inject]
    internal MoneyQueue Queue { get; set; } = default!;

    [Inject]
    internal DifferenceList Differences { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "view")]
    public string? ViewName { get; set; }

    [SupplyParameterFromQuery(Name = "kind")]
    public string? Kind { get; set; }

    [SupplyParameterFromQuery(Name = "age")]
    public string? Age { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? Query { get; set; }

    [SupplyParameterFromQuery(Name = "after")]
    public string? After { get; set; }

    private string TimeColumn => filter.View switch
    {
        MoneyView.Waiting or MoneyView.Open or MoneyView.Second or MoneyView.Payout => "Column_Waiting",
        MoneyView.Settled => "Column_Settled",
        MoneyView.All => "Column_WaitingOrSettled",
    };

    // A settled or reopened case, and the state of an order whose money waits.
    protected override bool Concerns(JournalEntry entry) => entry.Kind.StartsWith(DifferenceEvents.Prefix, StringComparison.Ordinal) || (entry.OrderId is not null
        && (entry.Kind.StartsWith(MoneyEvents.Prefix, StringComparison.Ordinal) || entry.Kind.StartsWith("order.", StringComparison.Ordinal)));

    protected override Task OnParametersSetAsync()
    {
        filter = DeskFilter.Parse(ViewName, Kind, Age, Query, After);
        return loaded == filter ? Task.CompletedTask : base.OnParametersSetAsync();
    }

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        var asked = filter;
        var read = await Queue.ReadAsync(asked.ToCore(), asked.After, viewer, ct);
        if (!read.Done) return read.Refusal;
        var counted = await Queue.TotalsAsync(viewer, ct);
        if (!counted.Done) return counted.Refusal;
        var unknown = await Differences.NoOrderAsync(viewer, ct);
        if (!unknown.Done) return unknown.Refusal;
        noOrder = unknown.Value;
        (page, totals, loaded) = (read.Value, counted.Value, asked);
        return null;
    }

    private void Search(string? text) => Navigation.NavigateTo(ConsoleUrls.Money(filter.For(text)));

    private void Open(string caseId) => Navigation.NavigateTo(ConsoleUrls.MoneyCase(caseId));

    private int? CountOf(MoneyView view) => totals is null ? null : view switch
    {
        MoneyView.Waiting => totals.Count,
        MoneyView.Open => totals.States.GetValueOrDefault(MoneyCaseState.Open),
        MoneyView.Second => totals.States.GetValueOrDefault(MoneyCaseState.AwaitingSecond),
        MoneyView.Payout => totals.States.GetValueOrDefault(MoneyCaseState.AwaitingPayout),
        MoneyView.Settled or MoneyView.All => null,
    };

    private List<FilterChip> ViewChips() =>
    [
        .. Enum.GetValues<MoneyView>().Select(view => new FilterChip(
            Text[$"View_{view}"], ConsoleUrls.Money(filter.First with { View = view }), filter.View == view, CountOf(view))),
    ];

    private List<FilterChip> AgeChips() =>
    [
        new(Text["Age_All"], ConsoleUrls.Money(filter.First with { Age = null }), filter.Age is null),
        .. Enum.GetValues<MoneyAge>().Where(age => age != MoneyAge.Today).Select(age => new FilterChip(
            Text[$"Age_{age}"], ConsoleUrls.Money(filter.First with { Age = age }), filter.Age == age)),
    ];
}
