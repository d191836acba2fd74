using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Evidence.Aml.Cases;
using PagoConsole.Core.Evidence.Aml.Counting;
using PagoConsole.Core.Evidence.Aml.LegalNumbers;
using PagoConsole.Core.Evidence.Aml.Rates;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Aml.Monitor;

/// <summary>What a document paid in one month.</summary>
public sealed record DocumentMonth(AmlMonth Month, long Orders, long Payments, Money Pen, Money Usd, Money? InUsd, ExchangeRate? Rate, bool? OverMonthly);

/// <summary>One payment of a document.</summary>
public sealed record DocumentPayment(string OperationId, string OrderId, DateTimeOffset At, Money Amount, Money? InUsd, string? Channel, bool OverSingle, bool Near);

/// <summary>All that is known of a document.</summary>
/// <param name="Document">Its hash, in small hexadecimal.</param>
/// <param name="Name">Whose it is.</param>
/// <param name="Months">The last two years by month, newest first.</param>
/// <param name="Payments">The latest payments, newest first.</param>
/// <param name="Patterns">Payments just under the threshold among them.</param>
/// <param name="Linked">Documents that share something with it.</param>
/// <param name="Cases">Its cases, newest first.</param>
public sealed record DocumentView(
    string Document, DocumentName? Name, IReadOnlyList<DocumentMonth> Months, IReadOnlyList<DocumentPayment> Payments, IReadOnlyList<NearPattern> Patterns,
    IReadOnlyList<LinkedDocument> Linked, IReadOnlyList<AmlCase> Cases);

/// <summary>The file on one document.</summary>
public sealed class DocumentFile
{
    /// <summary>Payments that are shown.</summary>
    public const int MostPayments = 500;

    private const int MostMonths = 24;
    private readonly IDbContextFactory<PagoDb> contexts;
    private readonly LegalBook book;
    private readonly RateBook rates;

    internal DocumentFile(IDbContextFactory<PagoDb> contexts, LegalBook book, RateBook rates) => (this.contexts, this.book, this.rates) = (contexts, book, rates);

    /// <summary>Reads it.</summary>
    public async Task<Result<DocumentView>> ReadAsync(string document, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeAml)) return RefusalCode.NotAllowed;
        if (DocumentHash.Parse(document) is not { } hash || hash.AsSpan().SequenceEqual(CountPayments.NoDocument)) return RefusalCode.NotFound;
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var names = await DocumentNames.ReadAsync(db, [hash], whole: false, ct);
        var hex = Convert.ToHexStringLower(hash);
        var (months, payments, patterns) = await PaidAsync(db, hash, ct);
        if (names.Count == 0 && months.Count == 0) return RefusalCode.NotFound;
        return new DocumentView(
            hex, names.GetValueOrDefault(hex), months, payments, patterns, await LinkedDocuments.ReadAsync(db, hash, whole: false, ct),
            await db.Set<AmlCase>().Where(c => c.Document == hash).OrderByDescending(c => c.OpenedAt).ToListAsync(ct));
    }

    internal async Task<(IReadOnlyList<DocumentMonth> Months, IReadOnlyList<DocumentPayment> Payments, IReadOnlyList<NearPattern> Patterns)> PaidAsync(
        PagoDb db, byte[] hash, CancellationToken ct)
    {
        var totals = await db.Set<AmlTotal>().AsNoTracking().Where(t => t.Document == hash).OrderByDescending(t => t.Month).Take(MostMonths).ToListAsync(ct);
        var operations = await db.Set<AmlOperation>().AsNoTracking().Where(o => o.Document == hash).OrderByDescending(o => o.At).ThenBy(o => o.OperationId).Take(MostPayments).ToListAsync(ct);
        if (totals.Count == 0) return ([], [], []);
        var oldest = new AmlMonth(Math.Min(totals[^1].Month, operations.Select(o => o.Month).DefaultIfEmpty(totals[^1].Month).Min()));
        var table = await rates.ForAsync(db, oldest, new AmlMonth(totals[0].Month), ct);
        var rules = totals.Select(t => t.Month).Concat(operations.Select(o => o.Month)).Distinct().ToDictionary(m => m, m => MonthRules.Of(new AmlMonth(m), book, table));
        var payments = operations.ConvertAll(o => PaymentOf(o, rules[o.Month]));
        var valued = payments.Where(p => p.InUsd is not null).Select(p => new ValuedPayment(p.OperationId, p.OrderId, p.At, p.InUsd!.Value.Minor)).ToList();
        return (totals.ConvertAll(t => MonthOf(t, rules[t.Month])), payments, Structuring.Find(valued, rules[totals[0].Month].Near));
    }

    private static DocumentMonth MonthOf(AmlTotal t, MonthRules rules)
    {
        var worth = rules.InUsd(t.PenMinor, t.UsdMinor);
        return new DocumentMonth(
            rules.Month, t.Orders, t.Payments, new Money(t.PenMinor, Currency.Pen), new Money(t.UsdMinor, Currency.Usd), worth is { } cents ? new Money(cents, Currency.Usd) : null, rules.Rate,
            worth is { } sum ? sum >= rules.Monthly : null);
    }

    private static DocumentPayment PaymentOf(AmlOperation o, MonthRules rules)
    {
        var worth = WorthOf(o, rules);
        return new DocumentPayment(
            o.OperationId, o.OrderId, o.At, o.Amount, worth is { } cents ? new Money(cents, Currency.Usd) : null, o.Channel, worth >= rules.Single, worth is { } near && rules.Near.Holds(near));
    }

    internal static long? WorthOf(AmlOperation o, MonthRules rules)
    {
        if (o.Currency == Currency.Usd) return o.AmountMinor;
        return o.Currency == Currency.Pen ? rules.InUsd(o.AmountMinor, 0) : null;
    }
}
