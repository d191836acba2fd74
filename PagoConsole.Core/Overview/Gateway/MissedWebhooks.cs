using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Overview.Counting;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Overview.Gateway;

/// <summary>How many payments of an hour we had to find by asking, because their webhook did not come.</summary>
/// <param name="Found">Payments that we heard of in that hour, one way or the other.</param>
/// <param name="Missed">Those found by asking.</param>
public sealed record MissedHour(long Found, long Missed)
{
    /// <summary>The share of the payments; null where there are none.</summary>
    public double? Share => Found == 0 ? null : Math.Min(1, (double)Missed / Found);
}

/// <summary>One day of Lima, hour by hour.</summary>
/// <param name="Day">The day.</param>
/// <param name="Hours">Its 24 hours.</param>
public sealed record MissedDay(DateOnly Day, IReadOnlyList<MissedHour> Hours);

/// <summary>The gaps of the last days.</summary>
/// <param name="Days">The latest first.</param>
public sealed record MissedView(IReadOnlyList<MissedDay> Days)
{
    /// <summary>Whether there was any payment.</summary>
    public bool IsEmpty => Days.All(day => day.Hours.All(hour => hour.Found == 0));
}

/// <summary>The gaps in PagoEfectivo's webhooks, by the hour. Read from counts that follow the journal.</summary>
public sealed class MissedWebhooks(IDbContextFactory<PagoDb> contexts, TimeProvider time)
{
    /// <summary>How many days are told.</summary>
    public const int Days = 7;

    private static readonly string[] Kinds = [OrderEvents.Paid, OrderEvents.PaidLate, OrderEvents.MissedWebhook];

    /// <summary>Reads the last days of Lima.</summary>
    public async Task<Result<MissedView>> ReadAsync(Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeOrders)) return RefusalCode.NotAllowed;
        var today = Lima.DayOf(time.GetUtcNow());
        var days = Enumerable.Range(0, Days).Select(back => today.AddDays(-back)).ToList();
        await using var db = await contexts.CreateDbContextAsync(ct);
        var counted = await OfAsync(db, [.. days.SelectMany(HoursOf)], ct);
        return new MissedView([.. days.Select(day => new MissedDay(day, [.. HoursOf(day).Select(hour => counted[hour])]))]);
    }

    /// <summary>The same of some hours together.</summary>
    internal static async Task<MissedHour> TogetherAsync(PagoDb db, IReadOnlyList<DateTimeOffset> hours, CancellationToken ct)
    {
        var counted = await OfAsync(db, hours, ct);
        return new MissedHour(counted.Values.Sum(hour => hour.Found), counted.Values.Sum(hour => hour.Missed));
    }

    private static async Task<Dictionary<DateTimeOffset, MissedHour>> OfAsync(PagoDb db, IReadOnlyList<DateTimeOffset> hours, CancellationToken ct)
    {
        var counts = (await HourlyFigures.ReadAsync(db, Kinds, hours, ct)).ToLookup(count => count.Hour);
        return hours.ToDictionary(hour => hour, hour => new MissedHour(
            counts[hour].Where(c => c.Kind != OrderEvents.MissedWebhook).Sum(c => c.Count),
            counts[hour].Where(c => c.Kind == OrderEvents.MissedWebhook).Sum(c => c.Count)));
    }

    private static IEnumerable<DateTimeOffset> HoursOf(DateOnly day) => Enumerable.Range(0, 24).Select(hour => Lima.StartOf(day).AddHours(hour));
}
