using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Evidence.Aml.Counting;
using PagoConsole.Core.Evidence.Aml.Rates;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Aml.Monitor;

/// <summary>
/// Puts the sums of a month in order by what they are worth together. Documents with soles alone come along one index, those with dollars alone along
/// another, and the few with both are put in order by themselves: so a page reads a page's rows, however many documents a month has.
/// </summary>
internal sealed class MonitorQuery(PagoDb db, MonthRules rules)
{
    private const string Columns = "document, orders, payments, pen_minor, usd_minor, other";
    private const int MostNamed = 500;

    // Exact, in ten-thousandths of a céntimo; without a rate by soles, then by dollars.
    private long Rate => rules.Rate?.Rate ?? 1;

    private string Rank => string.Create(CultureInfo.InvariantCulture, $"(pen_minor * {ExchangeRate.Parts} + usd_minor * {Rate})");

    /// <summary>By what a row is put in order.</summary>
    public static long RankOf(AmlTotal total, MonthRules rules) => (total.PenMinor * ExchangeRate.Parts) + (total.UsdMinor * (rules.Rate?.Rate ?? 1));

    /// <summary>A page of rows.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="only">Only these documents; null for all.</param>
    /// <param name="after">Where it begins.</param>
    /// <param name="most">How many.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<List<AmlTotal>> PageAsync(MonitorFilter filter, IReadOnlyList<byte[]>? only, MonitorKey? after, int most, CancellationToken ct)
    {
        var values = new List<object?> { filter.Month.Number, CountPayments.NoDocument, most };
        var where = "month = @p0 AND document <> @p1";
        if (filter.Document is { } one) where += $" AND document = {Next(values, one)}";
        if (only is not null) where += only.Count == 0 ? " AND 1 = 0" : $" AND document IN ({string.Join(", ", only.Take(MostNamed).Select(d => Next(values, d)))})";
        if (after is { Rank: var rank }) where += $" AND ({Rank} < {Next(values, rank)} OR ({Rank} = {Next(values, rank)} AND document < {Next(values, DocumentHash.Parse(after.Document))}))";
        var least = filter.View == MonitorView.OverMonthly ? Least : null;
        if (least is { } from) where += rules.Rate is null ? $" AND usd_minor >= {Next(values, rules.Monthly)}" : $" AND {Rank} >= {Next(values, from)}";
        var found = new List<AmlTotal>();
        await db.EachAsync(
            only is not null || filter.Document is not null ? Part(where, Rank) : Parts(where, after?.Rank, rules.Rate is null ? null : least),
            values,
            row => found.Add(TotalOf(row, filter.Month.Number)),
            ct);
        return found;
    }

    /// <summary>What the month comes to.</summary>
    public async Task<MonitorTotals> TotalsAsync(CancellationToken ct)
    {
        var month = rules.Month.Number;
        var (documents, payments, pen, usd, unnamed) = await db.Set<AmlMonthTotal>().AsNoTracking().SingleOrDefaultAsync(m => m.Month == month, ct) is { } kept
            ? (kept.Documents, kept.Payments, kept.PenMinor, kept.UsdMinor, kept.Unnamed)
            : default;
        return new MonitorTotals(
            documents, payments, new Money(pen, Currency.Pen), new Money(usd, Currency.Usd), rules.InUsd(pen, usd) is { } cents ? new Money(cents, Currency.Usd) : null, unnamed);
    }

    // usd + pen / rate reaches it, said without a division.
    private long? Least => rules.Rate is null ? 0 : rules.Monthly * Rate;

    // The bounds on single columns say nothing that the ranks do not say; they tell the database where in the index to begin and end.
    private string Parts(string where, long? below, long? least)
    {
        var soles = Bounds("pen_minor", ExchangeRate.Parts);
        var dollars = Bounds("usd_minor", Rate);
        return $"""
            SELECT {Columns} FROM (
              SELECT * FROM ({Part($"usd_minor = 0 AND {soles} AND {where}", "pen_minor")}) AS soles
              UNION ALL SELECT * FROM ({Part($"pen_minor = 0 AND usd_minor > 0 AND {dollars} AND {where}", "usd_minor")}) AS dollars
              UNION ALL SELECT * FROM ({Part($"usd_minor > 0 AND pen_minor > 0 AND {where}", Rank)}) AS both_of_them) AS parts
            ORDER BY {Rank} DESC, document DESC LIMIT @p2
            """;

        string Bounds(string column, long each) => string.Create(
            CultureInfo.InvariantCulture, $"{column} <= {(below is { } most ? most / each : long.MaxValue)} AND {column} >= {(least is { } from ? from / each : 0)}");
    }

    private static string Part(string where, string order) => $"SELECT {Columns} FROM aml_totals WHERE {where} ORDER BY {order} DESC, document DESC LIMIT @p2";

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
