using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Review.Team;

/// <summary>
/// How the team does, for leads and auditors; nobody is shown the figures of their peers. Arrivals and decisions are counted in the database by
/// hour; times and shares are of the latest <see cref="MostDecisions"/> decisions of the period. A decision that was taken back is none.
/// </summary>
public sealed class TeamBoard(IDbContextFactory<PagoDb> contexts, TimeProvider time)
{
    /// <summary>Decisions that the figures look at, at most; the latest ones.</summary>
    public const int MostDecisions = 10_000;

    /// <summary>Overturned decisions that are listed, at most.</summary>
    public const int MostOverturned = 50;

    private const long Hour = 3_600_000; // instants are stored as milliseconds

    /// <summary>Reads it.</summary>
    public async Task<Result<TeamView>> ReadAsync(TeamPeriod period, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeTeam)) return RefusalCode.NotAllowed;
        var now = time.GetUtcNow();
        var (from, today) = (TeamPeriods.StartOf(period, now), Lima.StartOf(Lima.DayOf(now)));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var cases = db.Set<ReviewCase>().AsNoTracking();
        var waiting = cases.Where(c => c.State == ReviewState.Open || c.State == ReviewState.AwaitingSecond);
        var decided = await DecidedAsync(db, from, ct);
        var people = decided.Where(c => !c.ByClock).ToList();
        return new TeamView
        {
            From = from,
            Open = await waiting.CountAsync(ct),
            InHand = await waiting.CountAsync(c => c.ClaimedUntil > now, ct),
            DecidedToday = await cases.CountAsync(c => c.DecidedAt >= today && c.DecidedBy!.StartsWith("person:"), ct),
            Decisions = decided.Count < MostDecisions ? decided.Count : await cases.CountAsync(c => c.DecidedAt >= from, ct),
            People = TeamFigures.Of(people),
            Clock = TeamFigures.Of([.. decided.Where(c => c.ByClock)]),
            ByPerson = Lines(people, c => [c.DecidedBy]),
            ByRule = Lines(people, c => c.Rules),
            ByReason = Lines(people, c => [c.Reason ?? ""]),
            Overturned = [.. decided.Where(c => c.Overturned).Take(MostOverturned)],
            Hours = await HoursAsync(db, from, now, ct),
        };
    }

    private static async Task<List<DecidedCase>> DecidedAsync(PagoDb db, DateTimeOffset start, CancellationToken ct)
    {
        var latest = await (
            from held in db.Set<ReviewCase>().AsNoTracking()
            where held.DecidedAt >= start
            orderby held.DecidedAt descending
            join order in db.Set<Order>() on held.OrderId equals order.OrderId
            select new
            {
                held.OrderId,
                held.OpenedAt,
                held.DecidedAt,
                held.DecidedBy,
                held.Decision,
                held.Reason,
                held.Reasons,
                held.Consequences,
                order.Fraud,
                order.FraudSource,
            })
            .Take(MostDecisions).ToListAsync(ct);
        return latest.ConvertAll(c => new DecidedCase(
            c.OrderId,
            c.OpenedAt,
            c.DecidedAt!.Value,
            c.DecidedBy!,
            c.Decision!.Value,
            c.Reason,
            c.Reasons.Split(',', StringSplitOptions.RemoveEmptyEntries),
            CaseConsequences.FromJson(c.Consequences).Fraud ?? c.Decision == ReviewDecision.Reject,
            c.Fraud,
            c.FraudSource));
    }

    private static List<TeamLine> Lines(IEnumerable<DecidedCase> cases, Func<DecidedCase, IReadOnlyList<string>> keys) =>
    [
        .. cases.SelectMany(c => keys(c).Select(key => (key, c))).GroupBy(pair => pair.key, pair => pair.c)
            .Select(group => new TeamLine(group.Key, TeamFigures.Of([.. group])))
            .OrderByDescending(line => line.Figures.Decided).ThenBy(line => line.Key, StringComparer.Ordinal),
    ];

    private static async Task<List<TeamHour>> HoursAsync(PagoDb db, DateTimeOffset from, DateTimeOffset now, CancellationToken ct)
    {
        var arrived = await ByHourAsync(db, "opened_at", from, ct);
        var decided = await ByHourAsync(db, "decided_at", from, ct);
        var hours = new List<TeamHour>();
        for (var hour = from; hour <= now; hour = hour.AddHours(1))
        {
            var key = hour.ToUnixTimeMilliseconds() / Hour;
            hours.Add(new TeamHour(hour, arrived.GetValueOrDefault(key), decided.GetValueOrDefault(key)));
        }

        return hours;
    }

    /// <summary>Counted by the database: EF Core has no words for the hour of a stored instant.</summary>
    private static async Task<Dictionary<long, int>> ByHourAsync(PagoDb db, string column, DateTimeOffset from, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(
            $"SELECT {column} / {Hour}, COUNT(*) FROM review_cases WHERE {column} >= @p0 GROUP BY 1", [from.ToUnixTimeMilliseconds()], ct);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var counts = new Dictionary<long, int>();
        while (await reader.ReadAsync(ct)) counts[reader.GetInt64(0)] = (int)reader.GetInt64(1);
        return counts;
    }
}
