using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Foundation.Jobs;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.Payments.Cases;
using PagoConsole.Core.Review;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Payments;

/// <summary>Registers what follows payments to their end.</summary>
public static class PaymentRegistration
{
    /// <summary>Adds gateway commands, settlement, expiry, polling, money cases and refunds; section <c>Payments</c>.</summary>
    public static IServiceCollection AddPayments(this IServiceCollection services)
    {
        services.AddSettings<PaymentOptions>(PaymentOptions.Section);
        services.AddSingleton<IValidateOptions<PaymentOptions>, CheckPaymentOptions>();
        services.AddSingleton<RefundLedger>();
        services.AddSingleton<RefundOutcomes>();
        services.AddSingleton<CommandBook>();
        services.AddSingleton<CommandOutcomes>();
        services.AddSingleton<GatewayDesk>();
        services.AddSingleton(s => new PaymentLedger(s.GetRequiredService<OrderNews>(), s.GetRequiredService<RefundLedger>()));
        services.AddSingleton(s => new CancelOrder(s.GetRequiredService<Writes>(), s.GetRequiredService<OrderNews>(), s.GetRequiredService<CommandBook>(), s.GetRequiredService<OrderDocuments>()));
        services.AddSingleton(s => new RequestRefund(s.GetRequiredService<Writes>(), s.GetRequiredService<RefundBook>(), s.GetRequiredService<OrderDocuments>()));
        services.AddSingleton(s => new CarryOutDecisions(
            s.GetRequiredService<IDbContextFactory<PagoDb>>(), s.GetRequiredService<Writes>(), s.GetRequiredService<OrderNews>(),
            s.GetRequiredService<CommandBook>(), s.GetRequiredService<IOptionsMonitor<ReviewOptions>>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<PaymentLooks>();
        services.AddSingleton<PollPace>();
        services.AddSingleton(s => new ExpireOrders(
            s.GetRequiredService<IDbContextFactory<PagoDb>>(), s.GetRequiredService<PaymentLooks>(), s.GetRequiredService<PaymentLedger>(),
            s.GetRequiredService<OrderNews>(), s.GetRequiredService<CommandBook>(), s.GetRequiredService<IOptionsMonitor<PaymentOptions>>()));
        services.AddSingleton(s => new PollPayments(
            s.GetRequiredService<IDbContextFactory<PagoDb>>(), s.GetRequiredService<PaymentLooks>(), s.GetRequiredService<PaymentLedger>(),
            s.GetRequiredService<PollPace>(), s.GetRequiredService<GatewayHealth>()));
        services.AddMoneyDesk();
        services.AddSingleton<IScheduledJob, ExpiryJob>();
        services.AddSingleton<IScheduledJob, PollingJob>();
        services.AddHostedService<CommandPump>();
        services.AddHostedService<DecisionPump>();
        services.AddHostedService<HoldWarningPump>();
        return services;
    }
}
