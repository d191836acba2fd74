using Microsoft.Extensions.Localization;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments;

namespace PagoConsole.Orders;

/// <summary>Says how a payable code stands, so that it agrees with its order; and what was chosen about its money.</summary>
internal static class PaymentWords
{
    /// <summary>Whether the code can still be paid as far as the order is concerned.</summary>
    public static bool IsPayable(Payment payment, Order order) => payment.Status == PaymentStatus.Pending && order.Status == OrderStatus.AwaitingPayment;

    /// <summary>A code that is still open there although its order has ended is being called off.</summary>
    public static string StandingOf(this IStringLocalizer<OrdersText> text, Payment payment, Order order) =>
        text[payment.Status == PaymentStatus.Pending && !IsPayable(payment, order) ? "PaymentStatus_Closing" : $"PaymentStatus_{payment.Status}"];

    /// <summary>What was chosen about money; what a choice means depends on why the money waited.</summary>
    public static string ChoiceOf(this IStringLocalizer<OrdersText> text, string choice, string? kind) =>
        text[$"MoneyChoice_{choice}_{kind}"] is { ResourceNotFound: false } own ? own : text[$"MoneyChoice_{choice}"];
}
