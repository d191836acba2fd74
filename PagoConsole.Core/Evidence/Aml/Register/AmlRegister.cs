using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Evidence.Aml.Counting;
using PagoConsole.Core.Evidence.Aml.LegalNumbers;
using PagoConsole.Core.Evidence.Aml.Monitor;
using PagoConsole.Core.Evidence.Aml.Rates;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Aml.Register;

/// <summary>
/// The register of operations over the thresholds, by month: single operations along the index of amounts, and all operations of those documents
/// whose sum reaches the threshold of a month.
/// </summary>
public sealed class AmlRegister
{
    /// <summary>Operations that are read.</summary>
    public const int Most = 20_000;

    private readonly IDbContextFactory<PagoDb> contexts;
    private readonly LegalBook book;
    private readonly RateBook rates;

    internal AmlRegister(IDbContextFactory<PagoDb> contexts, LegalBook book, RateBook rates) => (this.contexts, this.book, this.rates) = (contexts, book, rates);

    /// <summary>Reads a month, masked.</summary>
    public Task<Result<RegisterView>> ReadAsync(AmlMonth month, Actor viewer, CancellationToken ct) => ReadAsync(month, viewer, whole: false, ct);

    /// <summary>Reads a month as whoever asks may have it in a file, for what journals that they took it.</summary>
    internal Task<Result<RegisterView>> TakeAsync(AmlMonth month, Actor viewer, CancellationToken ct) => ReadAsync(month, viewer, viewer.May(Permission.SeePersonalData), ct);

    private async Task<Result<RegisterView>> ReadAsync(AmlMonth month, Actor viewer, bool whole, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeAml)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var rules = MonthRules.Of(month, book, await rates.ForAsync(db, month, month, ct));
        var operations = await OperationsAsync(db, rules, ct);
        var worth = operations.ToDictionary(o => o.OperationId, o => DocumentFile.WorthOf(o, rules), StringComparer.Ordinal);
        var belong = RegisterRule.Judge(operations.ConvertAll(o => new JudgedOperation(o.OperationId, HexOf(o) ?? "", worth[o.OperationId])), rules);
        var kept = operations.Where(o => belong.ContainsKey(o.OperationId)).OrderBy(o => o.At).ThenBy(o => o.OperationId, StringComparer.Ordinal).ToList();
        var names = await DocumentNames.ReadAsync(db, kept.Select(o => o.Document), whole, ct);
        return new RegisterView(
            rules,
            kept.ConvertAll(o => new RegisterEntry(
                o.OperationId, o.OrderId, o.At, belong[o.OperationId], HexOf(o), HexOf(o) is { } hex ? names.GetValueOrDefault(hex) : null, o.Amount,
                new Money(worth[o.OperationId]!.Value, Currency.Usd), o.Channel)),
            rules.Rate is null ? await db.Set<AmlOperation>().LongCountAsync(o => o.Month == month.Number && o.Currency == Currency.Pen, ct) : 0,
            operations.Count >= Most);
    }

    private static async Task<List<AmlOperation>> OperationsAsync(PagoDb db, MonthRules rules, CancellationToken ct)
    {
        var all = db.Set<AmlOperation>().Where(o => o.Month == rules.Month.Number);
        var found = await all.Where(o => o.Currency == Currency.Usd && o.AmountMinor >= rules.Single).Take(Most).ToListAsync(ct);
        if (rules.Rate is { } rate)
        {
            var least = rules.Single * rate.Rate / ExchangeRate.Parts;
            found.AddRange(await all.Where(o => o.Currency == Currency.Pen && o.AmountMinor >= least).Take(Most).ToListAsync(ct));
        }

        foreach (var some in (await OverMonthlyAsync(db, rules, ct)).Chunk(200))
        {
            var documents = some.ToList();
            found.AddRange(await all.Where(o => documents.Contains(o.Document)).Take(Most).ToListAsync(ct));
        }

        return [.. found.DistinctBy(o => o.OperationId).Take(Most)];
    }

    private static async Task<List<byte[]>> OverMonthlyAsync(PagoDb db, MonthRules rules, CancellationToken ct)
    {
        var filter = new MonitorFilter(rules.Month, MonitorView.OverMonthly);
        return [.. (await new MonitorQuery(db, rules).PageAsync(filter, null, null, Most, ct)).Select(t => t.Document)];
    }

    private static string? HexOf(AmlOperation o) => o.Document.AsSpan().SequenceEqual(CountPayments.NoDocument) ? null : Convert.ToHexStringLower(o.Document);
}
