using Npgsql;

namespace PagoConsole.Benchmarks.Receiving;

/// <summary>One INSERT a request on PostgreSQL, prepared by the driver, each in its own transaction.</summary>
internal static class PlainInsert
{
    public static async Task PrepareAsync(NpgsqlDataSource source)
    {
        await using var create = source.CreateCommand(
            """
            CREATE TABLE receipts (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, event_id text NOT NULL UNIQUE, type text, payment_id text,
              received_at bigint, body bytea, body_hash bytea, headers text, state text);
            CREATE INDEX ON receipts (state, id);
            CREATE INDEX ON receipts (state, payment_id, id);
            """);
        await create.ExecuteNonQueryAsync();
    }

    public static async Task RunAsync(NpgsqlDataSource source, BaselineReceipt row)
    {
        await using var insert = source.CreateCommand(
            "INSERT INTO receipts (event_id, type, payment_id, received_at, body, body_hash, headers, state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING");
        foreach (var value in new object[] { row.EventId, row.Type, row.PaymentId, row.ReceivedAt, row.Body, row.BodyHash, row.Headers, row.State })
            insert.Parameters.AddWithValue(value);
        await insert.ExecuteNonQueryAsync();
    }
}
