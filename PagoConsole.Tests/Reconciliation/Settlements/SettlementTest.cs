using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Settlements;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Payments;

namespace PagoConsole.Tests.Reconciliation.Settlements;

/// <summary>Lines as a run of a day leaves them, and credits as people enter them. Today is Sunday, 22 November 2026.</summary>
public abstract class SettlementTest(StorageProvider provider) : MoneyPath(provider)
{
    private protected static Actor Fina { get; } = Person("fina");

    private protected static SettlementFilter November { get; } = new(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30));

    protected override void Register(IServiceCollection services)
    {
        base.Register(services);
        services.AddSettlements();
    }

    private protected static DateOnly Day(int day) => new(2026, 11, day);

    private protected Task LinesAsync(params SettlementLine[] lines) => Get<Writes>().DoAsync(
        tx =>
        {
            tx.Db.AddRange(lines);
            return Task.CompletedTask;
        },
        Ct);

    private protected static SettlementLine Line(DateOnly day, DateOnly date, string seller, long amount, long fee = 0, long tax = 0, long refund = 0, string currency = "PEN") => new()
    {
        Day = day,
        SettlementDate = date,
        SellerId = seller,
        Currency = new Currency(currency),
        Rows = 1,
        AmountMinor = amount,
        RefundRows = refund == 0 ? 0 : 1,
        RefundMinor = refund,
        FeeMinor = fee,
        FeeTaxMinor = tax,
        NetMinor = amount - refund - fee - tax,
    };

    private protected async Task<BankCredit> CreditAsync(int day, decimal amount, string reference, string currency = "PEN") =>
        (await Get<TakeBankCredits>().EnterAsync(new CreditEntry(Day(day), Money.Of(amount, new Currency(currency)), reference), Fina, Ct)).Value;

    private protected async Task<SettlementView> BoardAsync(SettlementFilter? filter = null) => (await Get<SettlementBoard>().ReadAsync(filter ?? November, Fina, Ct)).Value;
}
