using PagoConsole.Core.Journal;
using PagoConsole.Shared;

namespace PagoConsole.Audit;

/// <summary>Where the thing that an entry is about is looked at.</summary>
internal static class AuditLinks
{
    /// <summary>Its address; null where there is no page of it.</summary>
    public static string? Of(JournalEntry entry)
    {
        if (entry.OrderId is { } orderId) return ConsoleUrls.Order(orderId);
        var parts = entry.Stream.Split('/', 2);
        var id = parts.Length > 1 ? parts[1] : "";
        return parts[0] switch
        {
            "order" => ConsoleUrls.Order(id),
            "account" => ConsoleUrls.Account(id),
            "difference" => ConsoleUrls.Difference(id),
            "rules" => ConsoleUrls.RuleVersions(),
            "lists" => ConsoleUrls.Lists(),
            "person" => ConsoleUrls.People(),
            "api-key" => ConsoleUrls.ApiKeys(),
            "secrets" => ConsoleUrls.Secrets(),
            "jobs" => ConsoleUrls.Jobs(),
            "callbacks" => ConsoleUrls.Callbacks(),
            "connection" => ConsoleUrls.Connection(),
            "workbooks" or "workbook" => ConsoleUrls.Exports(),
            "settlement" => ConsoleUrls.SettlementPath,
            "invoices" => ConsoleUrls.InvoicesPath,
            "money" => ConsoleUrls.Money(),
            "personal" => ConsoleUrls.AccessLog(),
            "day" when DateOnly.TryParse(id, out var day) => ConsoleUrls.Day(day),
            _ => null,
        };
    }
}
