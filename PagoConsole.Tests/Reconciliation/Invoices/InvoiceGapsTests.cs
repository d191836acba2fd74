using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Evidence;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Orders.Invoices;
using PagoConsole.Core.Reconciliation.Invoices;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Payments;

namespace PagoConsole.Tests.Reconciliation.Invoices;

public sealed class InvoiceGapsTestsOnSqlite() : InvoiceGapsTests(StorageProvider.Sqlite);

public sealed class InvoiceGapsTestsOnPostgres() : InvoiceGapsTests(StorageProvider.Postgres);

/// <summary>Which paid orders cannot be invoiced. Today is 22 November 2026.</summary>
public abstract class InvoiceGapsTests(StorageProvider provider) : MoneyPath(provider)
{
    private static readonly InvoiceFilter Today = new(new DateOnly(2026, 11, 22), new DateOnly(2026, 11, 22));
    private static readonly Actor Finance = Person("fina") with { Permissions = new HashSet<Permission> { Permission.SeeMoney } };

    protected override void Register(IServiceCollection services)
    {
        base.Register(services);
        services.AddEvidence().AddInvoices();
    }

    [Fact]
    public async Task Paid_orders_with_gaps_are_listed_with_why()
    {
        var wrong = await PaidAsync(new OrderInvoice("factura", "20100047219", "Empresa SAC"), new OrderSeller("s-1", "20100047218"));
        Time.Advance(TimeSpan.FromMinutes(1));
        var missing = await PaidAsync(null, new OrderSeller("s-2", null));
        await PaidAsync(new OrderInvoice("factura", "20100047218", "Empresa SAC"), null);
        await PlaceAsync(NewOrder());

        Assert.Equal([missing, wrong], await IdsAsync(Today));
        Assert.Equal([wrong], await IdsAsync(Today with { Verdict = InvoiceVerdict.Wrong }));
        Assert.Equal([missing], await IdsAsync(Today with { Fault = InvoiceFaults.NoSellerRuc }));
        Assert.Equal([wrong], await IdsAsync(Today with { Type = InvoiceType.Factura }));
        Assert.Equal([missing], await IdsAsync(Today with { SellerId = "s-2" }));
        Assert.Empty(await IdsAsync(new InvoiceFilter(Today.From.AddDays(-9), Today.From.AddDays(-1))));

        var totals = (await Get<InvoiceTotals>().ReadAsync(Today with { Verdict = InvoiceVerdict.Wrong }, Finance, Ct)).Value;
        Assert.Equal((3, 0, 2), (totals.Paid, totals.Unchecked, totals.Gaps));
        Assert.Equal([(InvoiceFaults.NoInvoice, 1), (InvoiceFaults.RucCheckDigit, 1), (InvoiceFaults.NoSellerRuc, 1)], totals.Faults.Select(fault => (fault.Key, fault.Value)));
        Assert.Equal([Money.Of(240m, Currency.Pen)], totals.Amounts);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<InvoiceGaps>().ReadAsync(Today, null, Marketplace, Ct)).Refusal?.Code);
    }

    [Fact]
    public async Task Money_for_a_closed_order_is_no_gap()
    {
        var late = await PaidAsync(null, null);
        var gap = await PaidAsync(null, null);
        await Get<Writes>().DoAsync(tx => tx.Db.ExecuteAsync("UPDATE orders SET status = 'PaidLate' WHERE order_id = @p0", [late], Ct), Ct);

        Assert.Equal([gap], await IdsAsync(Today));
        var totals = (await Get<InvoiceTotals>().ReadAsync(Today, Finance, Ct)).Value;
        Assert.Equal((1, 0, 1), (totals.Paid, totals.Unchecked, totals.Gaps));
    }

    [Fact]
    public async Task A_person_is_masked_for_who_may_not_see_personal_data()
    {
        var id = await PaidAsync(new OrderInvoice("factura", "10456789123", "Ana Quispe"), null);

        var masked = Assert.Single((await Get<InvoiceGaps>().ReadAsync(Today, null, Finance, Ct)).Value.Rows);
        Assert.Equal(("•••123", "A. Q."), (masked.Ruc, masked.BusinessName));
        var open = Assert.Single((await Get<InvoiceGaps>().ReadAsync(Today, null, Analyst, Ct)).Value.Rows);
        Assert.Equal(("10456789123", "Ana Quispe"), (open.Ruc, open.BusinessName));
        var file = (await Get<OrderFile>().ReadAsync(id, Analyst, Ct)).Value;
        Assert.Equal(("•••123", "A. Q.", InvoiceVerdict.Wrong), (file.Content.Invoice?.Ruc, file.Content.Invoice?.BusinessName, file.Invoice?.Verdict));
    }

    [Fact]
    public async Task Pages_follow_each_other_and_an_export_has_them_all_and_is_journalled()
    {
        var ids = new List<string>();
        for (var i = 0; i < 5; i++) ids.Insert(0, await PaidAsync(null, null));
        ids = [.. ids.OrderByDescending(id => id, StringComparer.Ordinal)];

        var (seen, after) = (new List<string>(), (InvoiceKey?)null);
        do
        {
            var page = (await Get<InvoiceGaps>().ReadAsync(Today, after, Finance, Ct, size: 2)).Value;
            seen.AddRange(page.Rows.Select(row => row.OrderId));
            after = InvoiceKey.Parse(page.Next?.ToString());
        }
        while (after is not null);
        Assert.Equal(ids, seen);

        var export = (await Get<ExportInvoiceGaps>().RunAsync(Today, Finance, Ct)).Value;
        Assert.Equal(ids, (await export.Rows.ToListAsync(Ct)).ConvertAll(row => row.OrderId));
        Assert.Equal(InvoiceEvents.Exported, Assert.Single(await ReadAsync(db => db.Set<JournalEntry>().Where(e => e.Stream == InvoiceEvents.Stream).ToListAsync(Ct))).Kind);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<ExportInvoiceGaps>().RunAsync(Today, Marketplace, Ct)).Refusal?.Code);
    }

    [Fact]
    public async Task Older_orders_get_their_facts_from_what_was_told()
    {
        var id = await PaidAsync(new OrderInvoice("boleta", null, null), null);
        await Get<Writes>().DoAsync(tx => tx.Db.ExecuteAsync("DELETE FROM order_invoices", [], Ct), Ct);
        Assert.Equal(1, (await Get<InvoiceTotals>().ReadAsync(Today, Finance, Ct)).Value.Unchecked);

        Assert.Equal(0, await Get<FillInvoices>().RunAsync(Time.GetUtcNow(), Ct));
        Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, await Get<FillInvoices>().RunAsync(Time.GetUtcNow(), Ct));
        Assert.Equal(0, await Get<FillInvoices>().RunAsync(Time.GetUtcNow(), Ct));

        var facts = await ReadAsync(db => db.Set<InvoiceFacts>().SingleAsync(Ct));
        Assert.Equal((id, InvoiceType.Boleta, InvoiceVerdict.Complete), (facts.OrderId, facts.Type, facts.Verdict));
    }

    private async Task<List<string>> IdsAsync(InvoiceFilter filter) => [.. (await Get<InvoiceGaps>().ReadAsync(filter, null, Finance, Ct)).Value.Rows.Select(row => row.OrderId)];

    private async Task<string> PaidAsync(OrderInvoice? invoice, OrderSeller? seller)
    {
        var placed = await PlaceAsync(NewOrder() with { Invoice = invoice, Seller = seller });
        await SendAsync(Event("payment.paid", placed.Payment!.PaymentId, Money.Of(120m, Currency.Pen), $"tx_{placed.OrderId}"));
        await SettleDownAsync();
        return placed.OrderId;
    }
}
