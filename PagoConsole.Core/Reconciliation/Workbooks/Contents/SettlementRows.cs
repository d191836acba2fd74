using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Reconciliation.Settlements;
using PagoConsole.Core.Reconciliation.Workbooks.Sheets;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Workbooks.Contents;

/// <summary>What is to be settled, by date, seller and currency.</summary>
internal static class SettlementRows
{
    public static IReadOnlyList<Column<SettlementLine>> Columns { get; } =
    [
        new("SettlementDate", CellKind.Date, 14, l => l.SettlementDate == DateOnly.MaxValue ? default : Cell.Date(l.SettlementDate)),
        new("SellerId", CellKind.Text, 20, l => Cell.Of(l.SellerId)),
        new("Currency", CellKind.Text, 9, l => Cell.Of(l.Currency.Code)),
        new("Day", CellKind.Date, 14, l => Cell.Date(l.Day)),
        new("Rows", CellKind.Count, 10, l => Cell.Count(l.Rows)),
        new("Amount", CellKind.Money, 16, l => Cell.Money(l.AmountMinor)),
        new("RefundRows", CellKind.Count, 12, l => Cell.Count(l.RefundRows)),
        new("Refunds", CellKind.Money, 16, l => Cell.Money(l.RefundMinor)),
        new("Fee", CellKind.Money, 14, l => Cell.Money(l.FeeMinor)),
        new("FeeTax", CellKind.Money, 14, l => Cell.Money(l.FeeTaxMinor)),
        new("Net", CellKind.Money, 16, l => Cell.Money(l.NetMinor)),
    ];

    /// <summary>Reads them settlement date by settlement date: of one date there are as many as sellers and currencies, on few days.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<SettlementLine>> ReadAsync(
        IDbContextFactory<PagoDb> contexts, DifferenceFilter filter, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var date in await DatesAsync(contexts, filter, ct))
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            var rows = await WorkbookFacts.SettlementRowsOf(db, filter).Where(l => l.SettlementDate == date).ToListAsync(ct);
            yield return [.. rows.OrderBy(l => l.SellerId, StringComparer.Ordinal).ThenBy(l => l.Currency.Code, StringComparer.Ordinal).ThenBy(l => l.Day)];
        }
    }

    private static async Task<List<DateOnly>> DatesAsync(IDbContextFactory<PagoDb> contexts, DifferenceFilter filter, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await WorkbookFacts.SettlementRowsOf(db, filter).Select(l => l.SettlementDate).Distinct().OrderBy(date => date).ToListAsync(ct);
    }
}
