using PagoConsole.Core.Evidence.Aml.Rates;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Aml.Monitor;

/// <summary>The patterns of a month: from the payments just under the threshold in it and in the month before, along an index.</summary>
internal static class NearPayments
{
    /// <summary>Payments of one month and currency that are looked at.</summary>
    public const int Most = 5000;

    /// <summary>Patterns that reach into the month, by document; and whether there were more payments than are looked at.</summary>
    public static async Task<(IReadOnlyDictionary<string, IReadOnlyList<NearPattern>> Patterns, bool Cut)> FindAsync(
        PagoDb db, MonthRules rules, MonthRules before, byte[]? document, CancellationToken ct)
    {
        var near = new List<(string Document, ValuedPayment Payment)>();
        var cut = false;
        foreach (var month in (MonthRules[])[before, rules])
        {
            cut |= await AddAsync(db, near, month, Currency.Usd, month.Near.From, month.Near.Threshold, document, ct);
            if (month.Rate is { Rate: var rate })
                cut |= await AddAsync(db, near, month, Currency.Pen, month.Near.From * rate / ExchangeRate.Parts, (month.Near.Threshold * rate / ExchangeRate.Parts) + 1, document, ct);
        }

        var found = new Dictionary<string, IReadOnlyList<NearPattern>>(StringComparer.Ordinal);
        foreach (var same in near.GroupBy(n => n.Document, n => n.Payment))
        {
            var patterns = Structuring.Find(same, rules.Near).Where(p => AmlMonth.Of(p.To) == rules.Month).ToList();
            if (patterns.Count > 0) found[same.Key] = patterns;
        }

        return (found, cut);
    }

    private static async Task<bool> AddAsync(
        PagoDb db, List<(string, ValuedPayment)> near, MonthRules month, Currency currency, long from, long below, byte[]? document, CancellationToken ct)
    {
        var read = 0;
        await db.EachAsync(
            $"""
            SELECT operation_id, order_id, document, at, amount_minor FROM aml_operations
            WHERE month = @p0 AND currency = @p1 AND amount_minor >= @p2 AND amount_minor < @p3 {(document is null ? "" : "AND document = @p5")}
            ORDER BY amount_minor LIMIT @p4
            """,
            document is null ? [month.Month.Number, currency.Code, from, below, Most + 1] : [month.Month.Number, currency.Code, from, below, Most + 1, document],
            row =>
            {
                read++;
                var minor = row.GetInt64(4);
                var usd = currency == Currency.Usd ? minor : month.InUsd(minor, 0)!.Value;
                near.Add((Convert.ToHexStringLower(row.GetFieldValue<byte[]>(2)), new ValuedPayment(row.GetString(0), row.GetString(1), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)), usd)));
            },
            ct);
        return read > Most;
    }
}
