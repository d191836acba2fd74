using Microsoft.Data.Sqlite;
using PagoConsole.Sandbox.Gateway;
using PagoConsole.Sandbox.Storage;

namespace PagoConsole.Sandbox.Payments;

/// <summary>What the caller sent to make a repetition recognisable: its key, which call it was for, and a hash of the body.</summary>
internal sealed record IdempotencyKey(string Key, string Call, string BodyHash);

/// <summary>Keys already used. Refused calls are not remembered: they had no effect, so they may be tried again.</summary>
internal static class IdempotencyKeys
{
    /// <summary>The former result when the key was used with the same body, a refusal with another body, null when it is new.</summary>
    public static PaymentResult? Look(SqliteConnection db, IdempotencyKey key)
    {
        var known = db.Query(
            "SELECT call, body_hash, payment_id, refund_id FROM idempotency WHERE key = @key",
            row => (Call: row.GetString(0), Hash: row.GetString(1), Payment: row.GetString(2), Refund: row.TextOrNull(3)),
            ("key", key.Key));
        if (known is []) return null;
        if (known[0].Call != key.Call) return GatewayError.Invalid("this key was used for another call", "Idempotency-Key");
        if (known[0].Hash != key.BodyHash) return GatewayError.Invalid("this key was used with another body", "Idempotency-Key");
        return new PaymentResult(PaymentRows.Find(db, known[0].Payment), null, known[0].Refund);
    }

    public static void Remember(SqliteConnection db, IdempotencyKey key, string paymentId, string? refundId = null) => db.Execute(
        "INSERT INTO idempotency (key, call, body_hash, payment_id, refund_id) VALUES (@key, @call, @hash, @payment, @refund)",
        ("key", key.Key), ("call", key.Call), ("hash", key.BodyHash), ("payment", paymentId), ("refund", refundId));
}
