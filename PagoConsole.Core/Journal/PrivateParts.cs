using System.Text.Json;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Journal;

/// <summary>Erases the private parts of a stream. The chain covers their digests only, so it holds as before; an entry of its own accounts for what is gone.</summary>
public static class PrivateParts
{
    /// <summary>Kind of the entry that says that personal data was erased, and accounts for private parts that are gone: <c>{run, upTo}</c>.</summary>
    public const string Erased = OrderEvents.PersonalDataErased;

    /// <summary>Erases all private parts that a stream has up to a position, and says so in the stream.</summary>
    /// <param name="tx">The transaction.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="upTo">The last position of which the private part goes.</param>
    /// <param name="run">The number under which it is done.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="orderId">The order that the stream is about.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>How many there were.</returns>
    public static async Task<int> EraseAsync(WriteScope tx, string stream, long upTo, int run, Actor by, string? orderId, CancellationToken ct)
    {
        var gone = await tx.Db.ExecuteAsync("DELETE FROM journal_private WHERE stream = @p0 AND position <= @p1", [stream, upTo], ct);
        tx.Journal(stream, Erased, by, new { run, upTo }, orderId);
        return gone;
    }

    /// <summary>What such an entry accounts for; nothing if it cannot be read.</summary>
    public static (int Run, long UpTo)? Read(string data)
    {
        try
        {
            using var read = JsonDocument.Parse(data);
            return (read.RootElement.GetProperty("run").GetInt32(), read.RootElement.GetProperty("upTo").GetInt64());
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}
