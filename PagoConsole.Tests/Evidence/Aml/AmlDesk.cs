using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Evidence.Aml;
using PagoConsole.Core.Evidence.Aml.Cases;
using PagoConsole.Core.Evidence.Aml.Counting;
using PagoConsole.Core.Evidence.Aml.Monitor;
using PagoConsole.Core.Evidence.Aml.Rates;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments;
using PagoConsole.Core.People;
using PagoConsole.Core.Storage;
using PagoConsole.Evidence.Aml;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Evidence.Aml;

/// <summary>Payments of documents, without the way that leads there.</summary>
public abstract class AmlDesk(StorageProvider provider) : StoreTest(provider)
{
    private int orders;

    private protected static Actor Lead { get; } = Of(Role.Lead);

    private protected static Actor Auditor { get; } = Of(Role.Auditor);

    private protected static Actor Analyst { get; } = Of(Role.Analyst);

    private protected static AmlMonth November { get; } = new(202611);

    protected override void Register(IServiceCollection services)
    {
        services.AddSingleton<SelfAddress>();
        services.AddJournal().AddOrders().AddAlarms().AddAml().AddAmlWords();
    }

    /// <summary>An order of a document for which money came; by its usual clock on 22 November.</summary>
    private protected async Task<string> PaidAsync(string? document, decimal amount, string currency = "PEN", DateTimeOffset? at = null, string? phone = null, int payments = 1)
    {
        var (n, paid) = (++orders, at ?? Time.GetUtcNow());
        var orderId = $"A-{n}";
        var content = new OrderContent
        {
            OrderId = orderId,
            Amount = Money.Of(amount, new Currency(currency)),
            ReturnUrl = "https://shop.example/thanks",
            Account = new OrderAccount($"u-{n}", paid.AddYears(-1), $"u{n}@example.pe", phone, document is null ? null : "DNI", document, "Ana Quispe"),
            Ip = "190.235.1.1",
        };
        await Get<Writes>().DoAsync(
            tx =>
            {
                tx.Db.Add(OrderOf(content, paid));
                tx.Db.Add(new OrderContentRow { OrderId = orderId, Json = content.ToJson() });
                foreach (var (kind, value) in Identifiers.Of(content))
                    tx.Db.Add(new OrderIdentifier { Kind = kind, ValueHash = OrderIdentifier.HashOf(kind, value), PlacedAt = paid, OrderId = orderId, AccountId = content.Account.Id });
                for (var i = 0; i < payments; i++) tx.Db.Add(MovementOf(content, $"pay_{n}", $"tx_{n}_{i}", paid, tx.Now));
                return Task.CompletedTask;
            },
            Ct);
        return orderId;
    }

    private protected async Task CountAsync(int atOnce = 500)
    {
        Time.Advance(CountPayments.Behind);
        var count = new CountPayments(Get<IDbContextFactory<PagoDb>>(), Get<Writes>(), Get<Dialect>(), Time) { AtOnce = atOnce };
        while (await count.RunAsync(Ct))
        {
        }
    }

    private protected async Task RateAsync(DateOnly day, decimal rate) => Assert.True((await Get<EnterRates>().RunAsync([new RateEntry(day, rate, "SBS")], Lead, Ct)).Done);

    private protected async Task<MonitorPage> MonitorAsync(MonitorView view = MonitorView.All, MonitorKey? after = null, Actor? viewer = null) =>
        (await Get<AmlMonitor>().ReadAsync(new MonitorFilter(November, view), after, viewer ?? Lead, Ct)).Value;

    private protected async Task<AmlCase> CaseAsync(string orderId, AmlOrigin origin = AmlOrigin.Order) =>
        (await Get<OpenAmlCase>().RunAsync(new AmlSuspicion(origin, null, orderId, [AmlReason.ManyPayments], "Seen"), Lead, Ct)).Value;

    private protected async Task<T> ReadAsync<T>(Func<PagoDb, Task<T>> read)
    {
        await using var db = await Get<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);
        return await read(db);
    }

    private protected static string HashOf(string document) => Convert.ToHexStringLower(OrderIdentifier.HashOf(IdentifierKind.Document, $"DNI:{document}"));

    private static Order OrderOf(OrderContent content, DateTimeOffset at)
    {
        var order = new Order
        {
            OrderId = content.OrderId,
            AmountMinor = content.Amount.Minor,
            Currency = content.Amount.Currency,
            PlacedAt = at,
            ReceivedAt = at,
            AccountId = content.Account.Id,
            AccountCreatedAt = content.Account.CreatedAt,
            ContentHash = new byte[32],
            PayToken = Ids.Token(),
            Decision = "{}",
            VoucherMinutes = 60,
        };
        order.Begin(OrderStatus.AwaitingPayment, at);
        order.MoveTo(OrderStatus.Paid, null, at);
        return order;
    }

    private static MoneyMovement MovementOf(OrderContent content, string paymentId, string transactionId, DateTimeOffset at, DateTimeOffset seenAt) => new()
    {
        PaymentId = paymentId,
        TransactionId = transactionId,
        Kind = MovementKind.Payment,
        OrderId = content.OrderId,
        AmountMinor = content.Amount.Minor,
        Currency = content.Amount.Currency,
        At = at,
        SeenAt = seenAt,
        Channel = "AGENTE-BCP",
        Source = "test",
    };

    private static Actor Of(Role role) => new(ActorKind.Person, role.ToString(), role.ToString(), RolePermissions.Of(role));
}
