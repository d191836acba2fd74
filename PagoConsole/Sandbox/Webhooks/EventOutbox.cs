using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using PagoConsole.Sandbox.Faults;
using PagoConsole.Sandbox.Payments;
using PagoConsole.Sandbox.Storage;

namespace PagoConsole.Sandbox.Webhooks;

/// <summary>Writes down, in the transaction that changed the payment, what the console is to hear of it, when and how often.</summary>
internal sealed class EventOutbox(FaultBox faults, IOptions<SandboxSettings> settings, TimeProvider time)
{
    private static readonly TimeSpan BetweenDoubles = TimeSpan.FromSeconds(1);

    public void Add(
        SqliteConnection db, SandboxPayment payment, string type, Money? money = null, WebhookMode mode = WebhookMode.Send)
    {
        var now = time.GetUtcNow();
        var id = SandboxIds.New("evt_", now);
        var body = EventBody.Write(id, SandboxIds.New("req_", now), type, now, payment, money);
        db.Execute(
            "INSERT INTO events (id, payment_id, type, body, created_at) VALUES (@id, @payment, @type, @body, @at)",
            ("id", id), ("payment", payment.Id), ("type", type), ("body", body), ("at", now));

        switch (mode)
        {
            case WebhookMode.Send:
                var fault = faults.ThrowForEvent();
                if (fault.Dropped)
                {
                    DeliveryRows.Insert(db, id, DeliveryState.Dropped, TimeSpan.Zero);
                    break;
                }
                DeliveryRows.Insert(db, id, DeliveryState.Waiting, fault.HeldBack);
                if (fault.Doubled) DeliveryRows.Insert(db, id, DeliveryState.Waiting, fault.HeldBack + BetweenDoubles);
                break;
            case WebhookMode.Drop:
                DeliveryRows.Insert(db, id, DeliveryState.Dropped, TimeSpan.Zero);
                break;
            case WebhookMode.Duplicate:
                DeliveryRows.Insert(db, id, DeliveryState.Waiting, TimeSpan.Zero);
                DeliveryRows.Insert(db, id, DeliveryState.Waiting, BetweenDoubles);
                break;
            case WebhookMode.Late:
                DeliveryRows.Insert(db, id, DeliveryState.Waiting, TimeSpan.FromSeconds(settings.Value.LateWebhookSeconds));
                break;
            case WebhookMode.Forged:
                DeliveryRows.Insert(db, id, DeliveryState.Waiting, TimeSpan.Zero, forged: true);
                break;
        }
    }
}
