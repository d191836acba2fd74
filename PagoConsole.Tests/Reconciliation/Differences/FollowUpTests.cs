using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Review;
using PagoConsole.Core.Storage;
using static PagoConsole.Tests.Reconciliation.Differences.DifferencesToHave;
using Answer = PagoConsole.Core.PagoEfectivo.GatewayAnswer<PagoConsole.Core.PagoEfectivo.GatewayPayment>;

namespace PagoConsole.Tests.Reconciliation.Differences;

public sealed class FollowUpTestsOnSqlite() : FollowUpTests(StorageProvider.Sqlite);

public sealed class FollowUpTestsOnPostgres() : FollowUpTests(StorageProvider.Postgres);

/// <summary>What follows from a difference elsewhere: money cases, questions to PagoEfectivo, risk. The report alone moves no money.</summary>
public abstract class FollowUpTests(StorageProvider provider) : DifferenceTest(provider)
{
    [Fact]
    public async Task A_money_case_of_the_same_money_is_linked_and_mends_it_once_it_is_settled()
    {
        var (order, shortMoney) = await UnfitAsync(100m);
        var found = await FoundAsync(New(Time.GetUtcNow(), orderId: order.OrderId, paymentId: order.Payment!.PaymentId, transactionId: "tx_1"));
        Assert.Equal(shortMoney.CaseId, (await ReadAsync(found)).MoneyCaseId);

        await DecideAsync(shortMoney, MoneyChoice.Accept);
        await SettleDownAsync();

        var mended = await ReadAsync(found);
        Assert.Equal((DifferenceState.Corrected, Mending.MoneyCaseSettled), (mended.State, mended.Mended));
        Assert.Equal([DifferenceEvents.Linked, DifferenceEvents.Mended], (await EntriesAsync(found.Stream)).Select(e => e.Kind));
    }

    [Fact]
    public async Task A_case_that_was_settled_before_mends_it_at_once_but_only_for_the_same_money()
    {
        var (order, shortMoney) = await UnfitAsync(100m);
        await DecideAsync(shortMoney, MoneyChoice.Accept);
        var (paymentId, now) = (order.Payment!.PaymentId, Time.GetUtcNow());

        var same = await FoundAsync(New(now, orderId: order.OrderId, paymentId: paymentId, transactionId: "tx_1"));
        var other = await FoundAsync(New(now, orderId: order.OrderId, paymentId: paymentId, transactionId: "tx_1", there: "90.00"));

        Assert.Equal(Mending.MoneyCaseSettled, (await ReadAsync(same)).Mended);
        Assert.True((await ReadAsync(other)).IsOpen);
    }

    [Fact]
    public async Task A_case_that_opens_after_the_run_is_linked_too()
    {
        var placed = await PlaceAsync(NewOrder());
        var found = await FoundAsync(New(Time.GetUtcNow(), orderId: placed.OrderId, paymentId: placed.Payment!.PaymentId, transactionId: "tx_1"));
        await SettleDownAsync();
        Assert.Null((await ReadAsync(found)).MoneyCaseId);

        var opened = await PaidAsync(placed, Money.Of(100m, Currency.Pen), "tx_1");

        Assert.Equal(opened.CaseId, (await ReadAsync(found)).MoneyCaseId);
    }

    [Fact]
    public async Task An_order_that_is_not_paid_here_is_asked_about_and_PagoEfectivos_answer_pays_it()
    {
        var placed = await PlaceAsync(NewOrder());
        Pago.Pay(placed.Payment!.PaymentId, "tx_1", Money.Of(120m, Currency.Pen));

        var found = await FoundAsync(New(
            Time.GetUtcNow(), DifferenceKind.StatusMismatch, orderId: placed.OrderId, paymentId: placed.Payment.PaymentId, transactionId: "tx_1", here: "AwaitingPayment", there: "Paid"));

        Assert.Equal(OrderStatus.AwaitingPayment, await StatusAsync(placed));
        Assert.Equal(1, await Get<PollPayments>().RunAsync(Time.GetUtcNow(), Ct));
        Assert.Equal(OrderStatus.Paid, await StatusAsync(placed));
        Assert.True((await ReadAsync(found)).IsOpen); // the next run says that it mended
    }

    [Fact]
    public async Task A_report_that_lies_pays_nothing()
    {
        var placed = await PlaceAsync(NewOrder());
        var found = await FoundAsync(New(Time.GetUtcNow(), DifferenceKind.StatusMismatch, orderId: placed.OrderId, paymentId: placed.Payment!.PaymentId, here: "AwaitingPayment", there: "Paid"));

        var asked = (await Get<AskAboutDifference>().RunAsync(found.DifferenceId, DifferencesToHave.Fina, Ct)).Value;

        Assert.Equal(GatewayPaymentStatus.Pending, PaymentAnswer.FromJson(asked.Told)?.Status);
        Assert.Equal(OrderStatus.AwaitingPayment, await StatusAsync(placed));
        Assert.Empty(await CasesAsync(placed.OrderId));
    }

    [Fact]
    public async Task Money_that_PagoEfectivo_confirms_for_a_rejected_order_becomes_a_late_case()
    {
        var held = await PlaceAsync(NewOrder(1200m, accountDays: 2));
        await Get<DecideCase>().RunAsync(held.OrderId, Verdict.Reject("other", "no"), Analyst, Ct);
        await SettleDownAsync();
        Assert.Equal(OrderStatus.Rejected, await StatusAsync(held));
        var paid = Stranger("pay_stranger", held.OrderId, 1200m);
        Pago.OnFind = id => id == paid.Id ? new Answer.Succeeded(paid, []) : null;
        var found = await FoundAsync(New(Time.GetUtcNow(), DifferenceKind.SettledButRejected, 1200m, orderId: held.OrderId, paymentId: paid.Id, transactionId: "tx_9", here: "Rejected", there: "Paid"));
        Assert.Equal(OrderStatus.Rejected, await StatusAsync(held));

        var asked = (await Get<AskAboutDifference>().RunAsync(found.DifferenceId, DifferencesToHave.Fina, Ct)).Value;

        Assert.Equal(OrderStatus.PaidLate, await StatusAsync(held));
        var late = Assert.Single(await CasesAsync(held.OrderId));
        Assert.Equal((MoneyCaseKind.Late, asked.MoneyCaseId), (late.Kind, late.CaseId));
        Assert.Contains(DifferenceEvents.PaymentTakenOver, await JournalAsync(held.OrderId));
        Assert.Contains(DifferenceEvents.ConcernsRisk, await JournalAsync(held.OrderId));
        Assert.Contains(AlarmKind.RiskInReport, await AlarmsAsync());
    }

    [Fact]
    public async Task Money_of_no_order_stays_a_difference_with_an_alarm_until_it_is_done_with()
    {
        var paid = Stranger("pay_nobody", "no-such-order", 80m);
        Pago.OnFind = id => id == paid.Id ? new Answer.Succeeded(paid, []) : null;
        var found = await FoundAsync(New(Time.GetUtcNow(), DifferenceKind.MissingLocally, 80m, orderId: "no-such-order", paymentId: paid.Id, here: null, there: "Paid"));
        Assert.Equal([AlarmKind.MoneyOfNoOrder], await AlarmsAsync());
        Assert.Equal(1, (await Get<DifferenceList>().NoOrderAsync(Auditor, Ct)).Value.Count);

        var asked = (await Get<AskAboutDifference>().RunAsync(found.DifferenceId, DifferencesToHave.Fina, Ct)).Value;
        Assert.Equal((GatewayPaymentStatus.Paid, "80.00"), (PaymentAnswer.FromJson(asked.Told)!.Status, PaymentAnswer.FromJson(asked.Told)!.Amount));
        Assert.True(asked.IsOpen);

        await DecideAsync(found, DifferenceState.Corrected, note: "Given back by transfer OP-1");
        Assert.Empty(await AlarmsAsync());
        Assert.Equal(0, (await Get<DifferenceList>().NoOrderAsync(Auditor, Ct)).Value.Count);
    }

    [Fact]
    public async Task What_PagoEfectivo_does_not_know_itself_is_said_so()
    {
        Pago.OnFind = _ => new Answer.Refused(GatewayError.NoSuchPayment, "no", null, null, []);
        var found = await FoundAsync(New(Time.GetUtcNow(), DifferenceKind.MissingLocally, paymentId: "pay_ghost", here: null, there: "Paid"));

        var asked = (await Get<AskAboutDifference>().RunAsync(found.DifferenceId, DifferencesToHave.Fina, Ct)).Value;

        Assert.Equal(PaymentAnswer.None, PaymentAnswer.FromJson(asked.Told));
        Assert.Equal(RefusalCode.NothingToAskAbout, (await Get<AskAboutDifference>().RunAsync((await FoundAsync(New(Time.GetUtcNow()))).DifferenceId, DifferencesToHave.Fina, Ct)).Refusal?.Code);
    }

    private GatewayPayment Stranger(string id, string orderId, decimal amount) => new()
    {
        Id = id,
        OrderId = orderId,
        Cip = "00099",
        Status = GatewayPaymentStatus.Paid,
        Amount = Money.Of(amount, Currency.Pen),
        PaidAt = Time.GetUtcNow(),
        TransactionId = "tx_9",
        Channel = "AGENTE-BCP",
    };

    private Task<List<AlarmKind>> AlarmsAsync() => ReadAsync(db => db.Set<Alarm>().Where(a => a.AcknowledgedAt == null && (a.Kind == AlarmKind.MoneyOfNoOrder || a.Kind == AlarmKind.RiskInReport))
        .Select(a => a.Kind).ToListAsync(Ct));
}
