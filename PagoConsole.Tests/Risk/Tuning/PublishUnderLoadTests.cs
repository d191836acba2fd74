using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Tuning;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Risk.Tuning;

/// <summary>Rules change while orders come in, on PostgreSQL to two nodes: every order is judged by exactly one version, and by all of it.</summary>
public abstract class PublishUnderLoadTests(StorageProvider provider) : TuningPath(provider)
{
    private const int Publishes = 8;
    private const int OrdersEach = 60;

    [Fact]
    public async Task Every_order_is_judged_by_one_whole_version()
    {
        await using var secondNode = Build();
        var orders = Enumerable.Range(0, OrdersEach * 2).Select(n => NewOrder(300 + n, 2)).ToList();
        var arriving = orders.Chunk(OrdersEach).Zip([Get<PlaceOrder>(), Provider == StorageProvider.Postgres ? secondNode.GetRequiredService<PlaceOrder>() : Get<PlaceOrder>()])
            .SelectMany(node => node.First.Chunk(OrdersEach / 4).Select(part => Task.Run(async () =>
            {
                foreach (var order in part) Assert.True((await node.Second.RunAsync(order, null, Marketplace, "req_1", Ct)).Done);
            }, Ct))).ToList();

        for (var n = 1; n <= Publishes; n++)
        {
            // All that the version changes goes together: an order must see all of it or none.
            var amount = 800 - (n * 50);
            var draft = (await EditAsync(
                await OpenAsync(Rosa), Rosa,
                SomeRules.Amount(800 - ((n - 1) * 50), amount),
                new RuleChange("ip-velocity", 1, RuleChange.Score, SettingText.Of(29 + n), SettingText.Of(30 + n)),
                new RuleChange("device-reputation", 1, RuleChange.Mode, n % 2 == 1 ? "\"Off\"" : "\"Shadow\"", n % 2 == 1 ? "\"Shadow\"" : "\"Off\""))).Value;
            Assert.True((await PublishAsync(draft, Rosa)).Done);
        }

        await Task.WhenAll(arriving);

        var versions = await ReadAsync(db => db.Set<RuleSetRow>().AsNoTracking().ToDictionaryAsync(row => row.Version, row => RuleSet.FromJson(row.Json), Ct));
        Assert.Equal(Publishes + 1, versions.Count);
        var assessments = await ReadAsync(db => db.Set<Assessment>().AsNoTracking().ToListAsync(Ct));
        Assert.Equal(orders.Count, assessments.Count);
        foreach (var assessment in assessments)
        {
            var set = versions[assessment.RuleSetVersion];
            var rules = assessment.ReadRules();
            Assert.Equal(
                set.Rules.Where(e => e.Mode != RuleMode.Off).Select(e => (e.Rule, e.Mode, e.Score)), rules.Select(r => (r.Rule, r.Mode, r.Score)));
            var amount = decimal.Parse(RuleChanges.ValueIn(set, SomeRules.HighValue, 1, "fromPen")!, null);
            var order = orders.Single(o => o.OrderId == assessment.OrderId);
            Assert.Equal(order.Amount.Amount >= amount ? RiskOutcome.Review : RiskOutcome.Approve, assessment.Outcome);
        }
    }
}

public sealed class PublishUnderLoadTestsOnSqlite() : PublishUnderLoadTests(StorageProvider.Sqlite);

public sealed class PublishUnderLoadTestsOnPostgres() : PublishUnderLoadTests(StorageProvider.Postgres);
