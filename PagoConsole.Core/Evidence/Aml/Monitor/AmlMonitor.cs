using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Evidence.Aml.Cases;
using PagoConsole.Core.Evidence.Aml.Counting;
using PagoConsole.Core.Evidence.Aml.LegalNumbers;
using PagoConsole.Core.Evidence.Aml.Rates;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Aml.Monitor;

/// <summary>What one document paid in a month.</summary>
/// <param name="Document">Its hash, in small hexadecimal.</param>
/// <param name="Name">Whose it is; null where the order's content is gone.</param>
/// <param name="Orders">Orders for which money came.</param>
/// <param name="Payments">Payments received.</param>
/// <param name="Pen">Soles together.</param>
/// <param name="Usd">Dollars together.</param>
/// <param name="InUsd">Both in dollars; null without a rate.</param>
/// <param name="Other">Payments in other currencies, in no sum.</param>
/// <param name="OverMonthly">Whether the sum reaches the threshold of a month; null where that cannot be said.</param>
/// <param name="Near">Patterns of payments just under the threshold of a single operation.</param>
/// <param name="CaseId">A case of it that is not done with.</param>
public sealed record MonitorRow(
    string Document, DocumentName? Name, long Orders, long Payments, Money Pen, Money Usd, Money? InUsd, long Other, bool? OverMonthly, IReadOnlyList<NearPattern> Near, string? CaseId);

/// <summary>What a month comes to.</summary>
public sealed record MonitorTotals(long Documents, long Payments, Money Pen, Money Usd, Money? InUsd, long WithoutDocument);

/// <summary>A page of the monitor.</summary>
/// <param name="Rules">What holds for the month.</param>
/// <param name="Totals">What it comes to.</param>
/// <param name="Rows">The documents, the largest sum first: in dollars, or in soles where there is no rate.</param>
/// <param name="Next">Where the next page begins; null on the last one.</param>
/// <param name="Cut">There are more payments just under the threshold than were looked at.</param>
public sealed record MonitorPage(MonthRules Rules, MonitorTotals Totals, IReadOnlyList<MonitorRow> Rows, MonitorKey? Next, bool Cut);

/// <summary>The monitor of documents by month. It reads sums that are kept up as money comes: how many orders there are does not matter to it.</summary>
public sealed class AmlMonitor
{
    /// <summary>Documents on a page.</summary>
    public const int PageSize = 50;

    private readonly IDbContextFactory<PagoDb> contexts;
    private readonly LegalBook book;
    private readonly RateBook rates;

    internal AmlMonitor(IDbContextFactory<PagoDb> contexts, LegalBook book, RateBook rates) => (this.contexts, this.book, this.rates) = (contexts, book, rates);

    /// <summary>Reads a page.</summary>
    public async Task<Result<MonitorPage>> ReadAsync(MonitorFilter filter, MonitorKey? after, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeAml)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var table = await rates.ForAsync(db, filter.Month.Before, filter.Month, ct);
        var (rules, before) = (MonthRules.Of(filter.Month, book, table), MonthRules.Of(filter.Month.Before, book, table));
        var (patterns, cut) = await NearPayments.FindAsync(db, rules, before, filter.Document, ct);
        var open = await db.Set<AmlCase>().AsNoTracking().Where(c => c.State == AmlCaseState.Open || c.State == AmlCaseState.Suspicious)
            .Select(c => new { c.Document, c.CaseId }).ToListAsync(ct);
        var cases = open.DistinctBy(c => Convert.ToHexStringLower(c.Document)).ToDictionary(c => Convert.ToHexStringLower(c.Document), c => c.CaseId, StringComparer.Ordinal);
        var only = filter.View switch
        {
            MonitorView.Near => patterns.Keys.Select(Convert.FromHexString).ToList(),
            MonitorView.Cases => [.. cases.Keys.Select(Convert.FromHexString)],
            MonitorView.All or MonitorView.OverMonthly => null,
        };
        var totals = await new MonitorQuery(db, rules).PageAsync(filter, only, after, PageSize + 1, ct);
        var page = totals.Take(PageSize).ToList();
        var names = await DocumentNames.ReadAsync(db, page.Select(t => t.Document), whole: false, ct);
        return new MonitorPage(
            rules,
            await new MonitorQuery(db, rules).TotalsAsync(ct),
            page.ConvertAll(t => RowOf(t, Convert.ToHexStringLower(t.Document), rules, names, patterns, cases)),
            totals.Count > PageSize ? new MonitorKey(MonitorQuery.RankOf(page[^1], rules), Convert.ToHexStringLower(page[^1].Document)) : null,
            cut);
    }

    private static MonitorRow RowOf(
        AmlTotal t, string hex, MonthRules rules, IReadOnlyDictionary<string, DocumentName> names, IReadOnlyDictionary<string, IReadOnlyList<NearPattern>> patterns,
        Dictionary<string, string> cases)
    {
        var worth = rules.InUsd(t.PenMinor, t.UsdMinor);
        return new MonitorRow(
            hex, names.GetValueOrDefault(hex), t.Orders, t.Payments, new Money(t.PenMinor, Currency.Pen), new Money(t.UsdMinor, Currency.Usd),
            worth is { } cents ? new Money(cents, Currency.Usd) : null, t.Other, worth is { } sum ? sum >= rules.Monthly : null, patterns.GetValueOrDefault(hex) ?? [], cases.GetValueOrDefault(hex));
    }
}
