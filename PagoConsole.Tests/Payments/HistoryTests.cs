using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Intake.Import;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Review;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Intake.Import;

namespace PagoConsole.Tests.Payments;

public sealed class SqliteHistoryTests() : HistoryTests(StorageProvider.Sqlite);

public sealed class PostgresHistoryTests() : HistoryTests(StorageProvider.Postgres);

/// <summary>What is imported is history: nothing is done with it and nothing is sent about it. And what review makes of live orders.</summary>
public abstract class HistoryTests(StorageProvider provider) : MoneyPath(provider)
{
    protected override void Register(IServiceCollection services)
    {
        base.Register(services);
        services.AddHistoryImport();
    }

    [Fact]
    public async Task No_pump_and_no_job_touches_it_in_any_state()
    {
        var states = Enum.GetNames<OrderStatus>();
        await ImportAsync("status,paid_at,payment_id,cip", [.. states.Select(state => $"{HistoryFile.Line($"H-{state}")},{state},,pay_{state},1")]);
        var before = await OrdersAsync();
        Assert.Equal(states.Length, before.Count);

        Time.Advance(TimeSpan.FromDays(60));
        await Get<ExpireOrders>().RunAsync(Time.GetUtcNow(), Ct);
        await Get<PollPayments>().RunAsync(Time.GetUtcNow(), Ct);
        await Get<CarryOutDecisions>().RunAsync(Ct);
        await SettleDownAsync();

        Assert.Equal(before, await OrdersAsync());
        Assert.Empty(await ReadAsync(db => db.Set<OutboxMessage>().ToListAsync(Ct)));
        Assert.Empty(await ReadAsync(db => db.Set<GatewayCommand>().ToListAsync(Ct)));
        Assert.Empty(await ReadAsync(db => db.Set<ReviewCase>().ToListAsync(Ct)));
    }

    [Fact]
    public async Task The_marketplace_may_label_and_dispute_it_and_do_nothing_else()
    {
        await ImportAsync("status,is_fraud", $"{HistoryFile.Line("H-1")},Paid,1", $"{HistoryFile.Line("H-2")},AwaitingPayment,");

        foreach (var orderId in (string[])["H-1", "H-2"])
        {
            Assert.Equal(RefusalCode.OrderIsHistory, (await Get<CancelOrder>().RunAsync(orderId, null, Marketplace, "r", Ct)).Refusal?.Code);
            Assert.Equal(RefusalCode.OrderIsHistory, (await Get<RequestRefund>().RunAsync(orderId, 5m, "late", null, Marketplace, "r", Ct)).Refusal?.Code);
            Assert.Equal(RefusalCode.OrderIsHistory, (await Get<ShipOrder>().RunAsync(orderId, new("Olva", "1", Time.GetUtcNow()), Marketplace, "r", Ct)).Refusal?.Code);
            Assert.Equal(RefusalCode.OrderIsHistory, (await Get<DeliverOrder>().RunAsync(orderId, new(Time.GetUtcNow(), "Ana"), Marketplace, "r", Ct)).Refusal?.Code);
            Assert.Equal(RefusalCode.OrderIsHistory, (await Get<AnswerInformation>().RunAsync(orderId, "yes", Marketplace, "r", Ct)).Refusal?.Code);
        }

        Assert.True((await Get<OpenDispute>().RunAsync("H-1", new("never came", Time.GetUtcNow(), null, null), Marketplace, "r", Ct)).Done);
        Assert.True((await Get<LabelOrder>().RunAsync("H-1", false, "team", Marketplace, "r", Ct)).Done);
        Assert.True(await OrderAsync("H-1") is { Fraud: false, FraudSource: LabelSource.Told, Status: OrderStatus.Paid });
        Assert.Empty(await ReadAsync(db => db.Set<OutboxMessage>().ToListAsync(Ct)));
    }

    [Theory]
    [InlineData("payment.paid", "Expired", 1)]
    [InlineData("payment.paid", "Paid", 0)]
    [InlineData("payment.expired", "AwaitingPayment", 0)]
    [InlineData("payment.refunded", "Paid", 1)]
    public async Task A_delivery_about_it_changes_nothing_but_money_that_it_does_not_know_is_told_to_a_person(string type, string status, int alarms)
    {
        await ImportAsync("status,payment_id", $"{HistoryFile.Line("H-1")},{status},pay_h1");
        var before = await OrdersAsync();

        await SendAsync(Event(type, "pay_h1", Money.Of(129.90m, Currency.Pen), "tx_new"));
        await SettleDownAsync();

        Assert.Equal(before, await OrdersAsync());
        Assert.Equal(alarms, (await ReadAsync(db => db.Set<Alarm>().Where(a => a.Kind == AlarmKind.UnknownPayment).ToListAsync(Ct))).Count);
        Assert.Empty(await ReadAsync(db => db.Set<OutboxMessage>().ToListAsync(Ct)));
    }

    [Theory]
    [InlineData(ReviewDecision.Approve, false)]
    [InlineData(ReviewDecision.Reject, true)]
    public async Task What_a_person_decides_in_review_labels_the_order(ReviewDecision decision, bool fraud)
    {
        var placed = await PlaceAsync(NewOrder(900m, accountDays: 2));
        await Get<DecideCase>().RunAsync(placed.OrderId, new Verdict(decision, decision == ReviewDecision.Reject ? "other" : null, "looks so", CaseConsequences.None), Analyst, Ct);
        Assert.Null((await OrderAsync(placed.OrderId)).Fraud);

        await SettleDownAsync();

        Assert.True(await OrderAsync(placed.OrderId) is { FraudSource: LabelSource.Review } order && order.Fraud == fraud);
        var label = Assert.Single(await ReadAsync(db => db.Set<OrderLabel>().ToListAsync(Ct)));
        Assert.Equal((fraud, "review", Analyst.Signature), (label.Fraud, label.Source, label.LabelledBy));
    }

    [Fact]
    public async Task A_hold_that_ran_out_says_nothing_of_fraud()
    {
        var placed = await PlaceAsync(NewOrder(900m, accountDays: 2));
        Time.Advance(TimeSpan.FromHours(13));

        await SettleDownAsync();

        Assert.True(await OrderAsync(placed.OrderId) is { Status: OrderStatus.Rejected, Fraud: null });
        Assert.Empty(await ReadAsync(db => db.Set<OrderLabel>().ToListAsync(Ct)));
    }

    private async Task ImportAsync(string columns, params string[] lines)
    {
        var file = new MemoryStream(Encoding.UTF8.GetBytes($"{HistoryFile.Header},{columns}\n{string.Join('\n', lines)}"));
        var report = (await Get<ImportOrders>().RunAsync(file, null, Ct)).Value;
        Assert.True(report.Taken == lines.Length, string.Join('\n', report.Refused));
    }

    private async Task<List<string>> OrdersAsync() => await ReadAsync(async db =>
        (await db.Set<Order>().AsNoTracking().OrderBy(o => o.OrderId).ToListAsync(Ct)).ConvertAll(o => $"{o.OrderId} {o.Status} {o.StatusReason} {o.Version} {o.UpdatedAt}"));
}
