using Microsoft.Data.Sqlite;
using PagoConsole.Sandbox.Storage;

namespace PagoConsole.Sandbox.Shoppers;

/// <summary>How far one order has come in its script.</summary>
internal sealed record ShopperProgress(long Number, DateTimeOffset PlacedAt, int Step, int Attempts);

/// <summary>Orders under way, kept so that a restart loses no buyer. Due times are of the real clock.</summary>
internal static class ShopperRows
{
    public static long Start(SqliteConnection db, DateTimeOffset placedAt)
    {
        var number = db.Next("orders");
        db.Execute(
            "INSERT INTO shoppers (number, placed_at, due_at) VALUES (@number, @placed, @due)",
            ("number", number), ("placed", placedAt), ("due", TimeProvider.System.GetUtcNow()));
        return number;
    }

    public static void Skip(SqliteConnection db, long numbers) =>
        db.Execute("UPDATE counters SET value = value + @numbers WHERE name = 'orders'", ("numbers", numbers));

    public static List<ShopperProgress> Due(SqliteConnection db, int most) => db.Query(
        "SELECT number, placed_at, step, attempts FROM shoppers WHERE due_at <= @now ORDER BY due_at, number LIMIT @most",
        row => new ShopperProgress(row.GetInt64(0), row.Instant(1), row.GetInt32(2), row.GetInt32(3)),
        ("now", TimeProvider.System.GetUtcNow()), ("most", most));

    /// <summary>Orders that the console has not taken yet.</summary>
    public static long Unplaced(SqliteConnection db) => db.Number("SELECT count(*) FROM shoppers WHERE step <= 1");

    public static void MoveOn(SqliteConnection db, ShopperProgress shopper, TimeSpan after) => db.Execute(
        "UPDATE shoppers SET step = step + 1, attempts = 0, due_at = @due WHERE number = @number",
        ("number", shopper.Number), ("due", TimeProvider.System.GetUtcNow() + after));

    public static void TryAgain(SqliteConnection db, ShopperProgress shopper, TimeSpan after) => db.Execute(
        "UPDATE shoppers SET attempts = attempts + 1, due_at = @due WHERE number = @number",
        ("number", shopper.Number), ("due", TimeProvider.System.GetUtcNow() + after));

    public static void Leave(SqliteConnection db, ShopperProgress shopper) =>
        db.Execute("DELETE FROM shoppers WHERE number = @number", ("number", shopper.Number));
}
