using System.Data.Common;
using PagoConsole.Core.Evidence.Aml.Counting;
using PagoConsole.Core.Evidence.Aml.Rates;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Aml.Monitor;

/// <summary>Puts the sums of a month in order by what they are worth, and adds them up: over the rows of one month, from an index.</summary>
internal sealed class MonitorQuery(PagoDb db, MonthRules rules)
{
    private const string Columns = "document, orders, payments, pen_minor, usd_minor, other";

    // The same integer division as RateTable; without a rate by soles.
    private string Rank => rules.Rate is null ? "pen_minor" : $"(usd_minor + pen_minor * {ExchangeRate.Parts} / {rules.Rate.Rate})";

    /// <summary>By what a row is put in order.</summary>
    public static long RankOf(AmlTotal total, MonthRules rules) => rules.Rate is null ? total.PenMinor : rules.InUsd(total.PenMinor, total.UsdMinor)!.Value;

    /// <summary>A page of rows.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="only">Only these documents; null for all.</param>
    /// <param name="after">Where it begins.</param>
    /// <param name="most">How many.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<List<AmlTotal>> PageAsync(MonitorFilter filter, IReadOnlyList<byte[]>? only, MonitorKey? after, int most, CancellationToken ct)
    {
        var values = new List<object?> { filter.Month.Number, CountPayments.NoDocument };
        var where = "month = @p0 AND document <> @p1";
        if (filter.Document is { } one) where += $" AND document = {Next(values, one)}";
        if (filter.View == MonitorView.OverMonthly) where += rules.Rate is null ? $" AND usd_minor >= {Next(values, rules.Monthly)}" : $" AND {Rank} >= {Next(values, rules.Monthly)}";
        if (only is not null) where += only.Count == 0 ? " AND 1 = 0" : $" AND document IN ({string.Join(", ", only.Take(500).Select(d => Next(values, d)))})";
        if (after is { Rank: var rank }) where += $" AND ({Rank} < {Next(values, rank)} OR ({Rank} = {Next(values, rank)} AND document > {Next(values, DocumentHash.Parse(after.Document))}))";
        var found = new List<AmlTotal>();
        await db.EachAsync(
            $"SELECT {Columns} FROM aml_totals WHERE {where} ORDER BY {Rank} DESC, document LIMIT {Next(values, most)}", values, row => found.Add(TotalOf(row, filter.Month.Number)), ct);
        return found;
    }

    /// <summary>What the month comes to.</summary>
    public async Task<MonitorTotals> TotalsAsync(CancellationToken ct)
    {
        MonitorTotals? read = null;
        await db.EachAsync(
            """
            SELECT COUNT(*), CAST(COALESCE(SUM(payments), 0) AS bigint), CAST(COALESCE(SUM(pen_minor), 0) AS bigint), CAST(COALESCE(SUM(usd_minor), 0) AS bigint),
              CAST(COALESCE(SUM(CASE WHEN document = @p1 THEN payments ELSE 0 END), 0) AS bigint), CAST(COALESCE(SUM(CASE WHEN document = @p1 THEN 1 ELSE 0 END), 0) AS bigint)
            FROM aml_totals WHERE month = @p0
            """,
            [rules.Month.Number, CountPayments.NoDocument],
            row =>
            {
                var (pen, usd) = (row.GetInt64(2), row.GetInt64(3));
                read = new MonitorTotals(
                    row.GetInt64(0) - row.GetInt64(5), row.GetInt64(1), new Money(pen, Currency.Pen), new Money(usd, Currency.Usd),
                    rules.InUsd(pen, usd) is { } cents ? new Money(cents, Currency.Usd) : null, row.GetInt64(4));
            },
            ct);
        return read!;
    }

    private static string Next(List<object?> values, object? value)
    {
        values.Add(value);
        return $"@p{values.Count - 1}";
    }

    private static AmlTotal TotalOf(DbDataReader row, int month) => new()
    {
        Month = month,
        Document = row.GetFieldValue<byte[]>(0),
        Orders = row.GetInt64(1),
        Payments = row.GetInt64(2),
        PenMinor = row.GetInt64(3),
        UsdMinor = row.GetInt64(4),
        Other = row.GetInt64(5),
    };
}
