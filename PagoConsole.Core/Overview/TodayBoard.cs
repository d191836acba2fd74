using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Marketplace;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Overview.Counting;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Review;
using PagoConsole.Core.Review.Queue;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Overview;

/// <summary>
/// Today so far beside the same hours of the same weekday in the four weeks before. Read from counts, so that it costs the same with a thousand and
/// with a million orders (docs/decisions/overview.md).
/// </summary>
public sealed class TodayBoard
{
    private static readonly string[] Kinds = [OrderEvents.Placed, OrderEvents.Paid, OrderEvents.Expired, OrderEvents.MissedWebhook];

    private readonly IDbContextFactory<PagoDb> contexts;
    private readonly OpenCases cases;
    private readonly CallbackList callbacks;
    private readonly TimeProvider time;
    private readonly SharedLook<TodayView> look;

    internal TodayBoard(IDbContextFactory<PagoDb> contexts, OpenCases cases, CallbackList callbacks, TimeProvider time)
    {
        (this.contexts, this.cases, this.callbacks, this.time) = (contexts, cases, callbacks, time);
        look = new SharedLook<TodayView>(LookAsync);
    }

    /// <summary>Reads it.</summary>
    public async Task<Result<TodayView>> ReadAsync(Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeOrders)) return RefusalCode.NotAllowed;
        var all = await look.ReadAsync(ct);
        var (money, events) = (viewer.May(Permission.SeeMoney), viewer.May(Permission.SeeEvents));
        return all with
        {
            Soles = money ? all.Soles : null,
            OtherMoney = money ? all.OtherMoney : [],
            MoneyCases = money ? all.MoneyCases : null,
            Refused = events ? all.Refused : null,
            InReview = viewer.May(Permission.SeeReviews) ? all.InReview : null,
        };
    }

    private async Task<TodayView> LookAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var today = Lima.DayOf(now);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var since = await db.Set<HourlyCount>().Where(c => c.Kind == OrderEvents.Placed).MinAsync(c => (DateTimeOffset?)c.Hour, ct);
        var earlier = Usual.Whole(Usual.DaysBefore(today), since);
        var counts = await HourlyFigures.ReadAsync(db, Kinds, [.. earlier.Prepend(today).SelectMany(HoursOf)], ct);
        var refused = await RefusedByHour.ReadAsync(db, [.. earlier.Prepend(today)], ct);

        TodayFigure Compare(IReadOnlyDictionary<DateTimeOffset, long> hours) =>
            TodayFigure.Of(DayCurve.Of(today, hours), [.. earlier.Select(day => DayCurve.Of(day, hours))], now - Lima.StartOf(today));
        TodayFigure Of(string kind) => Compare(ByHour(counts.Where(c => c.Kind == kind), c => c.Count));

        var paid = counts.Where(c => c.Kind == OrderEvents.Paid).ToList();
        return new TodayView
        {
            At = now,
            IsEmpty = since is null && !await db.Set<Order>().AnyAsync(ct),
            IsBehind = await HourlyFigures.IsBehindAsync(db, ct),
            Orders = Of(OrderEvents.Placed),
            Paid = Of(OrderEvents.Paid),
            Soles = Compare(ByHour(paid.Where(c => c.Currency == Currency.Pen.Code), c => c.Minor)),
            OtherMoney =
            [
                .. paid.Where(c => c.Currency is not "" && c.Currency != Currency.Pen.Code && Lima.DayOf(c.Hour) == today)
                    .GroupBy(c => c.Currency, c => c.Minor).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new Money(group.Sum(), new Currency(group.Key))),
            ],
            Expired = Of(OrderEvents.Expired),
            MissedWebhooks = Of(OrderEvents.MissedWebhook),
            Refused = Compare(refused),
            InReview = await InReviewAsync(ct),
            ParkedCallbacks = await callbacks.CountAsync(new CallbackFilter(OutboxState.Parked), ct),
            MoneyCases = await MoneyCasesAsync(db, ct),
        };
    }

    private async Task<Waiting> InReviewAsync(CancellationToken ct)
    {
        var open = (await cases.ReadAsync(ct)).Where(c => c.State is ReviewState.Open or ReviewState.AwaitingSecond).ToList();
        return open.Count == 0 ? Waiting.Nothing : new Waiting(open.Count, open.Min(c => c.OpenedAt));
    }

    private static async Task<Waiting> MoneyCasesAsync(PagoDb db, CancellationToken ct)
    {
        var open = db.Set<MoneyCase>().Where(c => c.SettledAt == null);
        return new Waiting(await open.Take(Waiting.Most).CountAsync(ct), await open.MinAsync(c => (DateTimeOffset?)c.OpenedAt, ct));
    }

    private static IEnumerable<DateTimeOffset> HoursOf(DateOnly day) => Enumerable.Range(0, 24).Select(hour => Lima.StartOf(day).AddHours(hour));

    private static Dictionary<DateTimeOffset, long> ByHour(IEnumerable<HourlyCount> counts, Func<HourlyCount, long> figure) =>
        counts.GroupBy(c => c.Hour, figure).ToDictionary(group => group.Key, group => group.Sum());
}
