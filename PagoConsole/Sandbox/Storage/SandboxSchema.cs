using Microsoft.Data.Sqlite;

namespace PagoConsole.Sandbox.Storage;

/// <summary>Tables of the sandbox's file. Money is in minor units, instants are Unix milliseconds.</summary>
internal static class SandboxSchema
{
    private const string Tables = """
        CREATE TABLE IF NOT EXISTS payments (
            id TEXT PRIMARY KEY, order_id TEXT NOT NULL UNIQUE, cip TEXT NOT NULL UNIQUE,
            currency TEXT NOT NULL, amount INTEGER NOT NULL, status TEXT NOT NULL,
            created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL,
            return_url TEXT, concept TEXT, seller_id TEXT, payment_url TEXT NOT NULL,
            paid_at INTEGER, paid_amount INTEGER, paid_currency TEXT, channel TEXT, transaction_id TEXT) STRICT;
        CREATE INDEX IF NOT EXISTS payments_pending ON payments (expires_at) WHERE status = 'Pending';

        CREATE TABLE IF NOT EXISTS money (
            id INTEGER PRIMARY KEY, payment_id TEXT NOT NULL REFERENCES payments, kind TEXT NOT NULL,
            transaction_id TEXT NOT NULL, currency TEXT NOT NULL, amount INTEGER NOT NULL, channel TEXT, at INTEGER NOT NULL,
            UNIQUE (payment_id, kind, transaction_id)) STRICT;
        CREATE INDEX IF NOT EXISTS money_at ON money (at, id);

        CREATE TABLE IF NOT EXISTS idempotency (
            key TEXT PRIMARY KEY, call TEXT NOT NULL, body_hash TEXT NOT NULL, payment_id TEXT NOT NULL, refund_id TEXT) STRICT;

        CREATE TABLE IF NOT EXISTS events (
            id TEXT PRIMARY KEY, payment_id TEXT NOT NULL, type TEXT NOT NULL, body TEXT NOT NULL, created_at INTEGER NOT NULL) STRICT;
        CREATE INDEX IF NOT EXISTS events_payment ON events (payment_id);

        CREATE TABLE IF NOT EXISTS deliveries (
            id INTEGER PRIMARY KEY, event_id TEXT NOT NULL REFERENCES events, state TEXT NOT NULL, forged INTEGER NOT NULL,
            due_at INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, first_tried_at INTEGER, last_answer TEXT) STRICT;
        CREATE INDEX IF NOT EXISTS deliveries_due ON deliveries (due_at, id) WHERE state = 'Waiting';
        CREATE INDEX IF NOT EXISTS deliveries_event ON deliveries (event_id);

        CREATE TABLE IF NOT EXISTS callbacks (
            id INTEGER PRIMARY KEY, received_at INTEGER NOT NULL, order_id TEXT, headers TEXT NOT NULL,
            body TEXT NOT NULL, signature_valid INTEGER NOT NULL) STRICT;
        CREATE INDEX IF NOT EXISTS callbacks_order ON callbacks (order_id, id);

        CREATE TABLE IF NOT EXISTS reports (day TEXT PRIMARY KEY, csv TEXT NOT NULL, row_count INTEGER NOT NULL) STRICT;

        CREATE TABLE IF NOT EXISTS shoppers (
            number INTEGER PRIMARY KEY, placed_at INTEGER NOT NULL, step INTEGER NOT NULL DEFAULT 0,
            due_at INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0) STRICT;
        CREATE INDEX IF NOT EXISTS shoppers_due ON shoppers (due_at, number);

        CREATE TABLE IF NOT EXISTS counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;
        CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
        """;

    public static void Apply(SqliteConnection db) => db.Execute(Tables);

    /// <summary>The next number of a sequence that survives restarts.</summary>
    public static long Next(this SqliteConnection db, string counter) => db.Number(
        "INSERT INTO counters (name, value) VALUES (@name, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value",
        ("name", counter));
}
