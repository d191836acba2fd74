using Microsoft.Data.Sqlite;
using PagoConsole.Sandbox.Storage;

namespace PagoConsole.Sandbox.Webhooks;

internal enum DeliveryState
{
    Waiting,
    Done,
    Dropped,
    GivenUp,
}

/// <summary>One sending of an event that is due.</summary>
internal sealed record Delivery(
    long Id, string PaymentId, string EventId, string Body, bool Forged, int Attempts, DateTimeOffset? FirstTriedAt);

/// <summary>Deliveries as they lie in the file. Their instants are of the real clock, however the simulated day runs.</summary>
internal static class DeliveryRows
{
    public static void Insert(SqliteConnection db, string eventId, DeliveryState state, TimeSpan after, bool forged = false) => db.Execute(
        "INSERT INTO deliveries (event_id, state, forged, due_at) VALUES (@event, @state, @forged, @due)",
        ("event", eventId), ("state", state), ("forged", forged), ("due", TimeProvider.System.GetUtcNow() + after));

    public static List<Delivery> Due(SqliteConnection db, int most) => db.Query(
        """
        SELECT d.id, e.payment_id, e.id, e.body, d.forged, d.attempts, d.first_tried_at
        FROM deliveries d JOIN events e ON e.id = d.event_id
        WHERE d.state = 'Waiting' AND d.due_at <= @now ORDER BY d.due_at, d.id LIMIT @most
        """,
        row => new Delivery(
            row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt64(4) != 0, row.GetInt32(5),
            row.InstantOrNull(6)),
        ("now", TimeProvider.System.GetUtcNow()), ("most", most));

    public static void Record(SqliteConnection db, Delivery delivery, DeliveryState state, string answer, TimeSpan again)
    {
        var now = TimeProvider.System.GetUtcNow();
        db.Execute(
            """
            UPDATE deliveries SET state = @state, attempts = attempts + 1, last_answer = @answer, due_at = @due,
                                  first_tried_at = coalesce(first_tried_at, @now)
            WHERE id = @id
            """,
            ("state", state), ("answer", answer), ("due", now + again), ("now", now), ("id", delivery.Id));
    }

    public static List<DeliveryView> OfPayment(SqliteConnection db, string paymentId) => db.Query(
        """
        SELECT e.id, e.type, d.state, d.attempts, d.last_answer, e.body FROM events e JOIN deliveries d ON d.event_id = e.id
        WHERE e.payment_id = @payment ORDER BY d.id
        """,
        row => new DeliveryView(row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt32(3), row.TextOrNull(4), row.GetString(5)),
        ("payment", paymentId));
}

/// <summary>A delivery as a person or a test looks at it.</summary>
internal sealed record DeliveryView(string EventId, string Type, string State, int Attempts, string? LastAnswer, string Body);
