using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Webhooks;

namespace PagoConsole.Hosting.LiveFeed;

/// <summary>One event as programs are told it.</summary>
/// <param name="Seq">Where it stands in the journal; a reader continues after it.</param>
/// <param name="At">When it happened.</param>
/// <param name="Kind">What happened, for example <c>order.paid</c>.</param>
/// <param name="OrderId">The order, if it is about one.</param>
/// <param name="Verdict">Of a delivery of PagoEfectivo: what became of it.</param>
/// <param name="Data">Details, without personal data.</param>
internal sealed record FeedEvent(long Seq, DateTimeOffset At, string Kind, string? OrderId, string? Verdict, JsonNode Data)
{
    /// <summary>
    /// What no program is told, wherever it stands. The journal keeps personal data apart, so this is the second lock: senders' addresses, free text,
    /// and whatever somebody should one day write beside the rest.
    /// </summary>
    private static readonly FrozenSet<string> Private = new[]
    {
        "sender", "ip", "address", "shippingAddress", "line1", "line2", "email", "phone", "fullName", "name", "documentType", "documentNumber", "userAgent",
        "fingerprint", "device", "receivedBy", "payee", "reference", "note", "text", "question", "message", "askedBy", "first", "token", "secret",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static FeedEvent Of(JournalEntry entry)
    {
        var data = JsonNode.Parse(entry.Data) ?? new JsonObject();
        Strip(data);
        return new FeedEvent(entry.Seq, entry.At, entry.Kind, entry.OrderId, EventLine.VerdictOf(entry.Kind)?.ToString(), data);
    }

    private static void Strip(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject named:
                foreach (var name in named.Select(member => member.Key).Where(Private.Contains).ToList()) named.Remove(name);
                foreach (var member in named) Strip(member.Value);
                break;
            case JsonArray list:
                foreach (var item in list) Strip(item);
                break;
        }
    }
}
