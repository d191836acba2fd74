using PagoConsole.Sandbox.Payments;
using PagoConsole.Sandbox.Storage;

namespace PagoConsole.Sandbox.Shoppers;

/// <summary>Whether a step is done, is to be tried again, or ends the buyer's course.</summary>
internal enum StepResult
{
    Done,
    Again,
    Over,

    /// <summary>The order's number is taken in the console: its file is older than ours.</summary>
    NumberTaken,
}

/// <summary>Does one step of one buyer.</summary>
internal sealed class ShopperSteps(
    MarketplaceCalls marketplace, SandboxFile file, PayPayment pay, ExpirePayments expire, ShopperSettings settings, TimeProvider time)
{
    /// <summary>How long a buyer waits for a code before buying elsewhere.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(14);

    private const int MostConflicts = 12;
    private static readonly string[] Channels = ["AGENTE-BCP", "BCP-APP", "YAPE", "INTERBANK-APP", "AGENTE-KASNET", "BBVA-WEB", "TAMBO"];
    private static readonly string[] Carriers = ["Olva Courier", "Shalom", "Urbano Express"];

    public async Task<StepResult> RunAsync(Uri console, ShopperProgress shopper, ShopperStep step, CancellationToken ct)
    {
        var order = OrderWriter.Write(settings.Seed, shopper.Number, shopper.PlacedAt);
        var path = "orders/" + order.OrderId;
        var dice = Dice.For(settings.Seed, -(shopper.Number << 8) - shopper.Step);
        var now = time.GetUtcNow();
        return step.Kind switch
        {
            StepKind.LogIn => await LogInAsync(console, shopper, ct),
            StepKind.Place => await PlaceAsync(console, order, ct),
            StepKind.Pay => await PayAsync(shopper, order.OrderId, payment => new(dice.Pick(Channels), Webhook: step.Webhook)),
            StepKind.PayWrong => await PayAsync(shopper, order.OrderId, payment => Wrong(payment, dice)),
            StepKind.Expire => await ExpireAsync(shopper, order.OrderId),
            StepKind.Ship => Later(shopper, await marketplace.PostAsync(
                console, path + "/shipment", new { Carrier = dice.Pick(Carriers), TrackingNumber = dice.Digits(10), ShippedAt = now }, ct)),
            StepKind.Deliver => Later(shopper, await marketplace.PostAsync(
                console, path + "/delivery", new { DeliveredAt = now, ReceivedBy = order.Account.FullName }, ct)),
            StepKind.Cancel => Later(shopper, await marketplace.PostAsync(console, path + "/cancel", new { Reason = "changed_mind" }, ct)),
            StepKind.AskRefund => Later(shopper, await marketplace.PostAsync(
                console, path + "/refund", new { order.Amount, Reason = "El producto llegó dañado" }, ct)),
        };
    }

    private async Task<StepResult> LogInAsync(Uri console, ShopperProgress shopper, CancellationToken ct)
    {
        foreach (var login in OrderWriter.Logins(settings.Seed, shopper.Number, shopper.PlacedAt))
        {
            if (await marketplace.PostAsync(console, "logins", login, ct) == CallFate.Unavailable) return StepResult.Again;
        }
        return StepResult.Done;
    }

    private async Task<StepResult> PlaceAsync(Uri console, OrderBody order, CancellationToken ct) =>
        await marketplace.PostAsync(console, "orders", order, ct, idempotencyKey: "demo-" + order.OrderId) switch
        {
            CallFate.Taken => StepResult.Done,
            CallFate.Conflict => StepResult.NumberTaken,
            CallFate.Refused => StepResult.Over,
            CallFate.Unavailable => StepResult.Again,
        };

    private async Task<StepResult> PayAsync(ShopperProgress shopper, string orderId, Func<SandboxPayment, PayAtCounter> how)
    {
        if (file.Read(db => PaymentRows.OfOrder(db, orderId)) is not { } payment) return NoCodeYet(shopper);
        if (payment.Status is PaymentStatus.Cancelled or PaymentStatus.Refunded) return StepResult.Over;
        // A repeated step is the same money: the process may have died right after paying.
        var transaction = $"tx_{orderId}-{shopper.Step}";
        await pay.RunAsync(payment.Id, how(payment) with { TransactionId = transaction });
        return StepResult.Done;
    }

    private async Task<StepResult> ExpireAsync(ShopperProgress shopper, string orderId)
    {
        if (file.Read(db => PaymentRows.OfOrder(db, orderId)) is not { } payment) return NoCodeYet(shopper);
        return (await expire.RunNowAsync(payment.Id, Webhooks.WebhookMode.Send)).Payment is null ? StepResult.Over : StepResult.Done;
    }

    private static PayAtCounter Wrong(SandboxPayment payment, Dice dice) => dice.Between(0, 2) switch
    {
        0 => new(dice.Pick(Channels), Math.Max(100, payment.Amount - 1000)),
        1 => new(dice.Pick(Channels), payment.Amount + 500),
        _ => new(dice.Pick(Channels), Currency: payment.Currency == "PEN" ? "USD" : "PEN"),
    };

    private StepResult NoCodeYet(ShopperProgress shopper) =>
        time.GetUtcNow() - shopper.PlacedAt < Patience ? StepResult.Again : StepResult.Over;

    private static StepResult Later(ShopperProgress shopper, CallFate fate) => fate switch
    {
        CallFate.Taken => StepResult.Done,
        CallFate.Conflict => shopper.Attempts < MostConflicts ? StepResult.Again : StepResult.Over,
        CallFate.Refused => StepResult.Over,
        CallFate.Unavailable => StepResult.Again,
    };
}
