using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Payments;

namespace PagoConsole.Tests.Risk;

/// <summary>Orders placed as the marketplace does, judged by rules of the test's own choice on what the store knows of earlier ones.</summary>
public abstract class RiskPath(StorageProvider provider) : MoneyPath(provider)
{
    private static readonly Actor Till = new(ActorKind.ApiKey, "till", "till", new HashSet<Permission> { Permission.ApiEventsWrite });
    private int version = 1;

    /// <summary>22 November 2026, noon in Lima.</summary>
    private protected DateTimeOffset Now => Time.GetUtcNow();

    /// <summary>The entry of the default rule set.</summary>
    private protected static RuleEntry Default(string rule, int tier = 0) => RuleSet.Default.Rules.Where(e => e.Rule == rule).ElementAt(tier);

    /// <summary>From here on only these rules judge.</summary>
    private protected Task UseAsync(params RuleEntry[] entries) => UseAsync(RuleSet.Default with { Rules = entries });

    private protected Task UseAsync(RuleSet set) => Get<Writes>().DoAsync(
        tx =>
        {
            tx.Db.Add(new RuleSetRow { Version = ++version, Json = set.ToJson(), CreatedBy = "test", CreatedAt = tx.Now, Comment = "test" });
            return Task.CompletedTask;
        },
        Ct);

    /// <summary>Places an order and gives what one rule saw.</summary>
    private protected async Task<AssessedRule> JudgeAsync(OrderContent order, int tier = 0)
    {
        await PlaceAsync(order);
        return (await AssessmentAsync(order.OrderId)).ReadRules()[tier];
    }

    private protected async Task<RuleResult> ResultAsync(OrderContent order) => (await JudgeAsync(order)).Result;

    private protected Task<Assessment> AssessmentAsync(string orderId) =>
        ReadAsync(db => db.Set<Assessment>().AsNoTracking().SingleAsync(a => a.OrderId == orderId, Ct));

    /// <summary>Places an order, and takes it through states by the machine's own ways.</summary>
    private protected async Task<string> EndAsync(OrderContent order, params OrderStatus[] way)
    {
        await PlaceAsync(order);
        await MoveAsync(order.OrderId, way);
        return order.OrderId;
    }

    private protected Task MoveAsync(string orderId, params OrderStatus[] way) => Get<Writes>().DoAsync(
        async tx =>
        {
            var order = (await tx.LockAsync<Order>(orderId, Ct))!;
            foreach (var status in way) order.MoveTo(status, null, tx.Now);
        },
        Ct);

    private protected async Task LoginAsync(string account, DateTimeOffset at, string ip = "190.235.12.7", string device = "fp-own", bool success = true) =>
        Assert.True((await Get<RecordLogin>().RunAsync(new LoginContent(account, ip, device, at, success), Till, Ct)).Done);
}
