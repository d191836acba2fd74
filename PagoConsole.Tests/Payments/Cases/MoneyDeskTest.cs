using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Payments.Cases;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Payments.Cases;

/// <summary>Money that waits, over a real store with the real actions.</summary>
public abstract class MoneyDeskTest(StorageProvider provider) : MoneyPath(provider)
{
    private protected static Actor Fina { get; } = MoneyPeople.Of("fina");

    private protected static Actor Fito { get; } = MoneyPeople.Of("fito");

    private protected static Payee Ana { get; } =
        new("Ana Quispe", PayeeDocument.DNI, "45678912", "BCP", "002-193-001234567890-15", PayeeCheck.CalledBack);

    private protected static ProofUpload Voucher { get; } = new("voucher.pdf", "%PDF-1.7 proof"u8.ToArray());

    /// <summary>An order whose money came after it had expired.</summary>
    private protected async Task<(OrderDocument Order, MoneyCase Case)> LateAsync(decimal amount = 120m)
    {
        var placed = await PlaceAsync(NewOrder(amount));
        await SendAsync(Event("payment.expired", placed.Payment!.PaymentId));
        await SettleDownAsync();
        return (placed, await PaidAsync(placed, Money.Of(amount, Currency.Pen), "tx_1"));
    }

    /// <summary>An order for which other money came than it costs.</summary>
    private protected async Task<(OrderDocument Order, MoneyCase Case)> UnfitAsync(decimal amount, string currency = "PEN")
    {
        var placed = await PlaceAsync(NewOrder());
        return (placed, await PaidAsync(placed, Money.Of(amount, new Currency(currency)), "tx_1"));
    }

    private protected async Task<(OrderDocument Order, MoneyCase Case)> PaidTwiceAsync()
    {
        var placed = await PlaceAsync(NewOrder());
        await SendAsync(Event("payment.paid", placed.Payment!.PaymentId, Money.Of(120m, Currency.Pen), "tx_1"));
        await SettleDownAsync();
        return (placed, await PaidAsync(placed, Money.Of(120m, Currency.Pen), "tx_2"));
    }

    private protected async Task<MoneyCase> PaidAsync(OrderDocument placed, Money money, string transactionId)
    {
        Pago.Pay(placed.Payment!.PaymentId, transactionId, money);
        await SendAsync(Event("payment.paid", placed.Payment.PaymentId, money, transactionId));
        await SettleDownAsync();
        return Assert.Single(await CasesAsync(placed.OrderId), c => c.TransactionId == transactionId);
    }

    private protected Task<Result<MoneyCase>> DecideAsync(MoneyCase found, MoneyChoice choice, Actor? by = null, Payee? payee = null, int? seen = null) =>
        Get<SettleMoneyCase>().RunAsync(found.CaseId, new MoneyDecision(choice, "because", payee, seen), by ?? Fina, Ct);

    private protected Task<Result<MoneyCase>> PaidOutAsync(MoneyCase found, ProofUpload? proof = null) =>
        Get<RecordPayout>().RunAsync(found.CaseId, new PayoutDone(Lima.DayOf(Time.GetUtcNow()), "OP-1", proof ?? Voucher), Fina, Ct);

    private protected async Task<MoneyCase> CaseAsync(MoneyCase found) => Assert.Single(await CasesAsync(found.OrderId), c => c.CaseId == found.CaseId);

    private protected async Task<OrderStatus> StatusAsync(OrderDocument order) => (await OrderAsync(order.OrderId)).Status;

    private protected Task<List<string>> JournalAsync(string orderId) => ReadAsync(db =>
        Task.FromResult(db.Set<JournalEntry>().Where(e => e.OrderId == orderId).OrderBy(e => e.Seq).Select(e => e.Kind).ToList()));
}
