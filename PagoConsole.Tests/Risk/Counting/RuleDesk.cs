using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Review;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Counting;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Risk.Counting;

/// <summary>Orders that are really placed, decided and labelled, and what is counted of them.</summary>
public abstract class RuleDesk(StorageProvider provider) : RiskPath(provider)
{
    private protected DateOnly Today => Lima.DayOf(Time.GetUtcNow());

    protected override void Register(IServiceCollection services)
    {
        base.Register(services);
        services.AddRuleFigures();
    }

    /// <summary>Counts all there is. On PostgreSQL a transaction of any other test keeps the horizon back while it runs.</summary>
    private protected async Task CountAsync(int atOnce = 1000)
    {
        var judgements = new CountJudgements(Get<IDbContextFactory<PagoDb>>(), Get<Writes>(), Get<Dialect>(), atOnce);
        var labels = new CountLabels(Get<IDbContextFactory<PagoDb>>(), Get<Writes>(), Get<Dialect>(), atOnce);
        while (await judgements.RunAsync(Ct) || await LeftAsync("journal", "seq", "journal")) await Task.Yield();
        while (await labels.RunAsync(Ct) || await LeftAsync("order_labels", "id", "labels")) await Task.Yield();
    }

    private protected async Task DecideAsync(string orderId, bool approve)
    {
        var verdict = approve ? Verdict.Approve() : Verdict.Reject(new ReviewOptions().ReasonsFor(ReviewDecision.Reject)[0]);
        Assert.Null((await Get<ClaimCase>().RunAsync(orderId, Analyst, Ct)).Refusal);
        Assert.Null((await Get<DecideCase>().RunAsync(orderId, verdict, Analyst, Ct)).Refusal);
        await Get<CarryOutDecisions>().RunAsync(Ct);
    }

    private protected async Task LabelAsync(string orderId, bool fraud, string source = "marketplace") =>
        Assert.True((await Get<LabelOrder>().RunAsync(orderId, fraud, source, Marketplace, "req_1", Ct)).Done);

    private protected Task<List<RuleDayCount>> RuleDaysAsync() => ReadAsync(db => db.Set<RuleDayCount>().AsNoTracking().ToListAsync(Ct));

    /// <summary>An order that two rules hold, or nobody minds.</summary>
    private protected async Task<string> PlacedAsync(decimal amount = 120m, int accountDays = 300)
    {
        var order = NewOrder(amount, accountDays);
        await PlaceAsync(order);
        return order.OrderId;
    }

    private protected Task<string> HeldAsync() => PlacedAsync(1200m, accountDays: 2);

    private Task<bool> LeftAsync(string table, string key, string name) => ReadAsync(async db =>
        await db.ScalarAsync($"SELECT 1 FROM {table} WHERE {key} > (SELECT COALESCE(MAX(position), 0) FROM rule_counting WHERE name = @p0) LIMIT 1", [name], Ct) is not null);
}
