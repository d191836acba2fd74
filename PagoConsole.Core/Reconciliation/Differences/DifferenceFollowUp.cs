using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Reconciliation.Days;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Differences;

/// <summary>What follows at once from differences that a run found newly, found again, or saw changed: called inside the run's last transaction.</summary>
internal sealed class DifferenceFollowUp
{
    private const int AtOnce = 200;
    private const int NamedInAlarm = 5;

    /// <summary>Where PagoEfectivo may know of money that we have not heard of: the ordinary ledger decides on its answer, never the report.</summary>
    private static readonly DifferenceKind[] WorthAsking =
        [DifferenceKind.StatusMismatch, DifferenceKind.AmountMismatch, DifferenceKind.CurrencyMismatch, DifferenceKind.PaidTwice, DifferenceKind.SettledButRejected];

    /// <summary>Links the money cases of the same money, has PagoEfectivo asked where it may know more, and tells risk of what concerns it.</summary>
    /// <param name="tx">The transaction of the run; the differences are tracked in it.</param>
    /// <param name="found">Those that are new, open again or changed. Those that people are done with are left alone.</param>
    /// <param name="by">The run.</param>
    /// <param name="ct">Cancels.</param>
    public async Task FoundAsync(WriteScope tx, IReadOnlyList<Difference> found, Actor by, CancellationToken ct)
    {
        foreach (var part in found.Where(d => d.IsOpen).OrderBy(d => d.OrderId, StringComparer.Ordinal).Chunk(AtOnce))
        {
            foreach (var difference in part) difference.ForgetWriteOff();
            await LinkAsync(tx, part, by, ct);
            await AskAsync(tx, part, ct);
            await TellRiskAsync(tx, part, by, ct);
        }

        foreach (var day in found.Where(d => d.IsOpen && d.IsMoneyOfNoOrder).GroupBy(d => d.Day))
            await tx.AlarmAsync(AlarmKind.MoneyOfNoOrder, ReconciledDay.IdOf(day.Key), by, ct);
    }

    /// <summary>Links each to the case of the same money; one that is settled already mends it.</summary>
    internal static async Task LinkAsync(WriteScope tx, IReadOnlyCollection<Difference> differences, Actor by, CancellationToken ct)
    {
        var payments = differences.Where(d => MoneyCaseLinks.Kinds.Contains(d.Kind)).Select(d => d.PaymentId).OfType<string>().Distinct().ToList();
        if (payments.Count == 0) return;
        var cases = (await tx.Db.Set<MoneyCase>().AsNoTracking().Where(c => payments.Contains(c.PaymentId)).ToListAsync(ct)).ToLookup(c => c.PaymentId);
        foreach (var difference in differences)
        {
            if (difference.PaymentId is not { } paymentId || MoneyCaseLinks.Best(difference.Kind, difference.TransactionId, cases[paymentId]) is not { } best) continue;
            if (difference.Link(best.CaseId)) tx.Journal(difference.Stream, DifferenceEvents.Linked, by, new { best.CaseId, caseKind = best.Kind });
            if (!best.IsWaiting && MoneyCaseLinks.Covers(best, difference.Kind, difference.There)) difference.MendBy(tx, Mending.MoneyCaseSettled, by);
        }
    }

    // The next poll asks; an order of the marketplace's history is never asked about.
    private static async Task AskAsync(WriteScope tx, Difference[] differences, CancellationToken ct)
    {
        var payments = differences.Where(d => d.IsOpen && WorthAsking.Contains(d.Kind)).Select(d => d.PaymentId).OfType<string>().Distinct().ToList();
        if (payments.Count == 0) return;
        var known = await tx.Db.Set<Payment>().AsNoTracking().Where(p => payments.Contains(p.PaymentId)).Select(p => p.OrderId).ToListAsync(ct);
        foreach (var order in await tx.LockManyAsync<Order>(known, ct))
            if (!order.Imported && !(order.NextPollAt <= tx.Now)) order.AskAgainAt(tx.Now);
    }

    private static async Task TellRiskAsync(WriteScope tx, Difference[] differences, Actor by, CancellationToken ct)
    {
        var named = differences.Where(d => d is { IsOpen: true, OrderId: not null } && d.Kind.ConcernsRisk()).ToList();
        if (named.Count == 0) return;
        var ids = named.ConvertAll(d => d.OrderId!);
        var known = await tx.Db.Set<Order>().Where(o => ids.Contains(o.OrderId)).Select(o => o.OrderId).ToListAsync(ct);
        var telling = named.Where(d => known.Contains(d.OrderId!)).ToList();
        foreach (var d in telling) tx.Journal(Order.StreamOf(d.OrderId!), DifferenceEvents.ConcernsRisk, by, new { d.Kind, d.Day, d.DifferenceId }, d.OrderId);
        foreach (var day in telling.GroupBy(d => d.Day))
        {
            var orders = day.Select(d => d.OrderId!).Distinct().ToList();
            var listed = string.Join(", ", orders.Take(NamedInAlarm)) + (orders.Count > NamedInAlarm ? ", …" : "");
            await tx.AlarmAsync(AlarmKind.RiskInReport, ReconciledDay.IdOf(day.Key), by, ct, details: [listed]);
        }
    }
}

/// <summary>What a difference itself does inside a transaction.</summary>
internal static class DifferenceChanges
{
    /// <summary>Whether analysts must know of it: money where none should be, or somebody else's.</summary>
    public static bool ConcernsRisk(this DifferenceKind kind) => kind is DifferenceKind.SettledButRejected or DifferenceKind.PaidTwice or DifferenceKind.UnknownSeller;

    /// <summary>It mended itself, and says so in its stream.</summary>
    public static bool MendBy(this Difference difference, WriteScope tx, Mending how, Actor by)
    {
        var before = difference.State;
        if (!difference.Mend(how, by.Signature, tx.Now)) return false;
        tx.Journal(difference.Stream, DifferenceEvents.Mended, by, new { difference.Kind, difference.Day, from = before, to = difference.State, how });
        return true;
    }

    /// <summary>The last one of its day that named money of no order is done with: its alarm calls for nobody any more.</summary>
    public static async Task EndDifferenceAlarmAsync(this WriteScope tx, Difference done, Actor by, CancellationToken ct)
    {
        if (done.IsOpen || done.Kind != DifferenceKind.MissingLocally) return;
        var others = await tx.Db.Set<Difference>().AnyAsync(
            d => d.Day == done.Day && d.Kind == done.Kind && d.DifferenceId != done.DifferenceId
                && (d.State == DifferenceState.Open || d.State == DifferenceState.WaitingForPagoEfectivo),
            ct);
        if (!others) await tx.ClearAlarmAsync(AlarmKind.MoneyOfNoOrder, ReconciledDay.IdOf(done.Day), by, ct);
    }
}
