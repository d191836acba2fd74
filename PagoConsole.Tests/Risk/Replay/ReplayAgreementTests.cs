using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Facts;
using PagoConsole.Core.Risk.Places;
using PagoConsole.Core.Risk.Replay;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Risk.Replay;

public sealed class ReplayAgreementTestsOnSqlite() : ReplayAgreementTests(StorageProvider.Sqlite, cases: 25);

public sealed class ReplayAgreementTestsOnPostgres() : ReplayAgreementTests(StorageProvider.Postgres, cases: 6);

/// <summary>
/// History replayed answers what history live answered: every order of random histories, under random windows and thresholds, finds the same
/// facts and gets the same verdict both ways. The seed is fixed; a failure names the case and the order.
/// </summary>
public abstract class ReplayAgreementTests(StorageProvider provider, int cases) : StoreTest(provider)
{
    private const int Length = 45;
    private static readonly DateTimeOffset Begin = new(2025, 1, 30, 16, 0, 0, TimeSpan.Zero);

    protected override void Register(IServiceCollection services) => services.AddRisk();

    [Fact]
    public async Task Replayed_and_live_facts_are_the_same()
    {
        var number = 0;
        var hits = new HashSet<string>();
        foreach (var history in RandomHistory.Sample(cases, Length, seed: 20261123))
        {
            var random = new Random(++number);
            var rules = Get<RuleBook>().Bind(RandomRules.Make(Get<RuleBook>(), random), random.Next(2) * 25);
            await ClearAsync();
            var live = await LiveAsync(history, rules, hits);
            var replayed = await ReplayedAsync(rules);
            Assert.Equal(live.Count, replayed.Count);
            foreach (var (was, now) in live.Zip(replayed))
            {
                Assert.True(was.Facts == now.Facts, $"case {number}:\nlive     {was.Facts}\nreplayed {now.Facts}");
                Assert.Equal(was.Verdict, now.Verdict);
            }
        }

        // Else the histories would test nothing.
        Assert.True(hits.Count >= 17, $"Only these fired: {string.Join(", ", hits)}");
    }

    private async Task<List<Judged>> LiveAsync(IReadOnlyList<Happening> history, BoundRules rules, HashSet<string> hits)
    {
        var judged = new List<Judged>();
        var now = Begin;
        await using var db = await Get<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);
        var record = new HistoryOnRecord(db);
        foreach (var happening in history)
        {
            now += happening.After;
            switch (happening)
            {
                case OrderPlaced placed:
                    var content = record.ContentOf(placed, now);
                    var subject = OrderSubject.Of(content, content.PlacedAt ?? now, now);
                    var outside = new OutsideFacts(Get<PlaceFinder>().CountryOf(content.Ip), null);
                    await using (var stored = new StoredHistory(db, Get<PlaceFinder>()))
                    {
                        var facts = await rules.Plan.CollectAsync(stored, subject, outside, Ct);
                        judged.Add(new(facts.ToJson(rules.Plan), rules.Decide(facts)));
                        hits.UnionWith(rules.Assess(facts).Rules.Where(r => r.Result == RuleResult.Hit).Select(r => r.Rule));
                    }

                    record.Add(placed, content, now);
                    break;
                case LoggedIn login: await record.AddAsync(login, now); break;
                case Unbound unbound: record.Add(unbound, now); break;
                case Listed listed: record.Add(listed, now); break;
            }

            await db.SaveChangesAsync(Ct);
            db.ChangeTracker.Clear();
        }

        return judged;
    }

    private async Task<List<Judged>> ReplayedAsync(BoundRules rules)
    {
        var reader = new HistoryReader(Get<IDbContextFactory<PagoDb>>(), Get<PlaceFinder>());
        var (after, upTo) = (Begin.AddYears(-3), Begin.AddYears(10));
        var history = new ReplayedHistory(rules.Plan.LooksBack, await reader.LoginsAsync(after, upTo, Ct), await reader.PeopleAsync(Ct));
        var judged = new List<Judged>();
        await foreach (var page in reader.OrdersAsync(after, upTo, reputation: true, Ct))
        {
            foreach (var order in page)
            {
                var facts = await rules.Plan.CollectAsync(history, order.Subject, order.Outside, Ct);
                judged.Add(new(facts.ToJson(rules.Plan), rules.Decide(facts)));
                history.Add(order);
            }
        }

        return judged;
    }

    private async Task ClearAsync()
    {
        await using var db = await Get<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);
        foreach (var table in new[] { "order_identifiers", "order_contents", "orders", "logins", "device_unbindings", "list_entries" })
            await db.ExecuteAsync($"DELETE FROM {table}", [], Ct);
    }

    private sealed record Judged(string Facts, RiskVerdict Verdict);
}
