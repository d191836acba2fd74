using System.Text;

namespace PagoConsole.Tests.Intake.Import;

/// <summary>History files as a test wants them.</summary>
internal static class HistoryFile
{
    public const string Header = "order_id,placed_at,amount,currency,account_id,account_created_at,ip";

    public static MemoryStream Of(params string[] lines) => new(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));

    /// <summary>A file of one order, with more columns than the required ones.</summary>
    public static MemoryStream With(string columns, string values, string orderId = "H-1") =>
        Of($"{Header},{columns}", $"{Line(orderId)},{values}");

    public static string Line(string orderId, string amount = "129.90", string placedAt = "2026-03-01T10:00:00-05:00", string currency = "PEN", string ip = "190.235.12.7") =>
        $"{orderId},{placedAt},{amount},{currency},u-1,2025-03-01 10:00:00,{ip}";
}
