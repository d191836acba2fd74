using System.Text.Json;
using Microsoft.Data.Sqlite;
using PagoConsole.Sandbox.Storage;

namespace PagoConsole.Sandbox.Marketplace;

/// <summary>One callback as it came in.</summary>
internal sealed record ReceivedCallback(string ReceivedAt, IReadOnlyDictionary<string, string> Headers, string Body, bool SignatureValid);

internal static class CallbackRows
{
    private const int MostWithoutOrder = 1000;
    private const string Columns = "received_at, headers, body, signature_valid";

    public static void Insert(
        SqliteConnection db, DateTimeOffset at, string? orderId, IReadOnlyDictionary<string, string> headers, string body, bool valid) =>
        db.Execute(
            "INSERT INTO callbacks (received_at, order_id, headers, body, signature_valid) VALUES (@at, @order, @headers, @body, @valid)",
            ("at", at), ("order", orderId), ("headers", JsonSerializer.Serialize(headers)), ("body", body), ("valid", valid));

    /// <summary>All of an order in the order they came; without an order the newest, oldest of them first.</summary>
    public static List<ReceivedCallback> Of(SqliteConnection db, string? orderId) => orderId is null
        ? db.Query($"SELECT {Columns} FROM (SELECT * FROM callbacks ORDER BY id DESC LIMIT {MostWithoutOrder}) ORDER BY id", Read)
        : db.Query($"SELECT {Columns} FROM callbacks WHERE order_id = @order ORDER BY id", Read, ("order", orderId));

    private static ReceivedCallback Read(SqliteDataReader row) => new(
        WireFormat.Instant(row.Instant(0)), JsonSerializer.Deserialize<Dictionary<string, string>>(row.GetString(1))!,
        row.GetString(2), row.GetInt64(3) != 0);
}
