using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Orders.Invoices;
using PagoConsole.Core.Reconciliation.Invoices;
using PagoConsole.Shared;

namespace PagoConsole.Reconciliation.Invoices;

/// <summary>The paid orders for which no invoice can be made, and why.</summary>
public sealed partial class InvoicesPage
{
    private InvoiceQuery query = new(new Period(default, default));
    private InvoiceQuery? loaded;
    private InvoiceGapRows page = new([], null);
    private InvoiceSummary? summary;

    [Inject]
    internal IStringLocalizer<InvoiceText> Text { get; set; } = default!;

    [Inject]
    internal InvoiceGaps Gaps { get; set; } = default!;

    [Inject]
    internal InvoiceTotals Totals { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "from")]
    public string? From { get; set; }

    [SupplyParameterFromQuery(Name = "to")]
    public string? To { get; set; }

    [SupplyParameterFromQuery(Name = "verdict")]
    public string? Verdict { get; set; }

    [SupplyParameterFromQuery(Name = "type")]
    public string? Type { get; set; }

    [SupplyParameterFromQuery(Name = "fault")]
    public string? Fault { get; set; }

    [SupplyParameterFromQuery(Name = "seller")]
    public string? Seller { get; set; }

    [SupplyParameterFromQuery(Name = "after")]
    public string? After { get; set; }

    // Only a payment makes an order one that must be invoiced.
    protected override bool Concerns(JournalEntry entry) => entry.Kind is OrderEvents.Paid or OrderEvents.PaidLate;

    protected override Task OnParametersSetAsync()
    {
        query = InvoiceQuery.Parse(From, To, Verdict, Type, Fault, Seller, After, Time.GetUtcNow());
        return loaded == query ? Task.CompletedTask : base.OnParametersSetAsync();
    }

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        var asked = query;
        var read = await Gaps.ReadAsync(asked.ToCore(), asked.After, viewer, ct);
        if (!read.Done) return read.Refusal;
        var counted = await Totals.ReadAsync(asked.ToCore(), viewer, ct);
        if (!counted.Done) return counted.Refusal;
        (page, summary, loaded) = (read.Value, counted.Value, asked);
        return null;
    }

    private void Search(string? seller) => Navigation.NavigateTo(ConsoleUrls.Invoices(query.First with { SellerId = string.IsNullOrWhiteSpace(seller) ? null : seller }));

    private string EmptyTitle(InvoiceSummary counted) =>
        counted.Paid == 0 ? "EmptyNone_Title" : query.IsUnfiltered ? "Empty_Title" : "EmptyFiltered_Title";

    private string EmptyBody(InvoiceSummary counted) =>
        counted.Paid == 0 ? "EmptyNone_Body" : query.IsUnfiltered ? "Empty_Body" : "EmptyFiltered_Body";

    private List<FilterChip> VerdictChips() =>
    [
        new(Text["Verdict_All"], ConsoleUrls.Invoices(query.First with { Verdict = null }), query.Verdict is null, summary?.Gaps),
        .. new[] { InvoiceVerdict.Missing, InvoiceVerdict.Wrong }.Select(verdict => new FilterChip(
            Text[$"Verdict_{verdict}"], ConsoleUrls.Invoices(query.First with { Verdict = verdict }), query.Verdict == verdict, summary?.Verdicts.GetValueOrDefault(verdict))),
    ];

    private List<FilterChip> TypeChips() =>
    [
        new(Text["Type_All"], ConsoleUrls.Invoices(query.First with { Type = null }), query.Type is null),
        .. Enum.GetValues<InvoiceType>().Select(type => new FilterChip(Text[$"Type_{type}"], ConsoleUrls.Invoices(query.First with { Type = type }), query.Type == type)),
    ];

    private List<FilterChip> FaultChips(InvoiceSummary counted) =>
    [
        new(Text["Fault_All"], ConsoleUrls.Invoices(query.First with { Fault = null }), query.Fault is null),
        .. counted.Faults.OrderByDescending(fault => fault.Value).Select(fault => new FilterChip(
            Text[$"Fault_{fault.Key}"], ConsoleUrls.Invoices(query.First with { Fault = fault.Key }), query.Fault == fault.Key, fault.Value)),
    ];
}
