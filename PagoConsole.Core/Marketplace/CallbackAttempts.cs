using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Marketplace;

/// <summary>Keeps the tries that were made, many with one statement.</summary>
internal static class CallbackAttempts
{
    private const int Columns = 8;
    private const int RowsAtOnce = 100; // SQLite binds at most 999 values by the oldest of its limits

    public static async Task KeepAsync(WriteScope tx, IEnumerable<CallbackOutcome> outcomes, CancellationToken ct)
    {
        foreach (var made in outcomes.Where(o => o.Wire is not null).Chunk(RowsAtOnce))
        {
            await tx.Db.ExecuteAsync(
                "INSERT INTO callback_attempts (outbox_id, number, at, duration_ms, status, fault, answer, signature) VALUES "
                + Sql.Rows(made.Length, Columns),
                [.. made.SelectMany(Row)],
                ct);
        }
    }

    private static object?[] Row(CallbackOutcome made)
    {
        var (message, wire) = (made.Message, made.Wire!);
        return
        [
            message.Id, message.Attempts + 1, wire.At.ToUnixTimeMilliseconds(), (int)wire.Took.TotalMilliseconds, wire.Status, wire.Fault, wire.Excerpt,
            wire.Signature,
        ];
    }
}
