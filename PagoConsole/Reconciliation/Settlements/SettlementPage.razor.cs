using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Reconciliation.Settlements;
using PagoConsole.Shared;

namespace PagoConsole.Reconciliation.Settlements;

/// <summary>What PagoEfectivo was to send against what the bank booked, date by date.</summary>
public sealed partial class SettlementPage
{
    private SettlementQuery query = new(new Period(default, default), null);
    private SettlementQuery? loaded;
    private SettlementView? view;
    private ImmutableArray<MonthBill> bills = [];
    private BankCredits credits = new([], false);
    private bool mayChange;

    [Inject]
    internal IStringLocalizer<SettlementText> Text { get; set; } = default!;

    [Inject]
    internal SettlementBoard Board { get; set; } = default!;

    [Inject]
    internal MonthCharges Charges { get; set; } = default!;

    [Inject]
    internal BankCreditList CreditList { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "from")]
    public string? From { get; set; }

    [SupplyParameterFromQuery(Name = "to")]
    public string? To { get; set; }

    [SupplyParameterFromQuery(Name = "currency")]
    public string? CurrencyCode { get; set; }

    // A credit that came or went, and a day that was matched anew.
    protected override bool Concerns(JournalEntry entry) => entry.Stream == SettlementEvents.Stream || entry.Stream.StartsWith("day/", StringComparison.Ordinal);

    protected override Task OnParametersSetAsync()
    {
        query = SettlementQuery.Parse(From, To, CurrencyCode, Time.GetUtcNow());
        return loaded == query ? Task.CompletedTask : base.OnParametersSetAsync();
    }

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        var asked = query;
        var read = await Board.ReadAsync(asked.ToCore(), viewer, ct);
        if (!read.Done) return read.Refusal;
        var billed = await Charges.ReadAsync(asked.ToCore(), viewer, ct);
        if (!billed.Done) return billed.Refusal;
        var listed = await CreditList.ReadAsync(asked.ToCore(), viewer, ct);
        if (!listed.Done) return listed.Refusal;
        (view, bills, credits, mayChange, loaded) = (read.Value, billed.Value, listed.Value, viewer.May(Permission.Reconcile), asked);
        return null;
    }

    private string FigureOf(SettlementBalance balance) => balance.DueMinor switch
    {
        > 0 => Text["Figure_Owed", MoneyFormat.Of(new Money(balance.DueMinor, balance.Currency))],
        < 0 => Text["Figure_Over", MoneyFormat.Of(new Money(-balance.DueMinor, balance.Currency))],
        0 when balance.IsNothingDue => $"{balance.Currency.Code}: {Text["Figure_None"]}",
        0 => $"{balance.Currency.Code}: {Text["Figure_Even"]}",
    };

    private List<FilterChip> CurrencyChips() =>
    [
        new(Text["Currency_All"], ConsoleUrls.Settlement(query with { Currency = null }), query.Currency is null),
        .. Currency.OfOrders.Select(currency => new FilterChip(currency.Code, ConsoleUrls.Settlement(query with { Currency = currency }), query.Currency == currency)),
    ];
}
