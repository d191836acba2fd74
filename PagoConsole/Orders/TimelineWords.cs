using System.Text.Json;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Evidence.Retention;
using PagoConsole.Core.Evidence.Seals;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Reconciliation;
using PagoConsole.Core.Reconciliation.Reports;
using PagoConsole.Core.Review;
using PagoConsole.Core.Webhooks;
using PagoConsole.Events;
using PagoConsole.Shared;

namespace PagoConsole.Orders;

/// <summary>Tells a journal entry in the reader's language. A kind that we have no words for is named as it is.</summary>
internal static class TimelineWords
{
    public static string SentenceOf(this IStringLocalizer<OrdersText> text, JournalEntry entry, IStringLocalizer<EventsText> verdicts)
    {
        if (EventLine.Of(entry) is { } line) return text["Kind_webhook", verdicts[$"Verdict_{line.Verdict}"], TypeOf(line, verdicts)];
        var sentence = text[$"Kind_{entry.Kind}", [.. FiguresOf(entry)]];
        return sentence.ResourceNotFound ? entry.Kind : sentence;
    }

    /// <summary>What there is to add: a reason, a note that the marketplace gave, a tracking number.</summary>
    public static string? DetailOf(this IStringLocalizer<OrdersText> text, JournalEntry entry, IStringLocalizer<SharedText> words)
    {
        using var data = JsonDocument.Parse(entry.Data);
        var root = data.RootElement;
        var parts = new List<string>();
        if (Word(root, "reason") is { } reason) parts.Add(words.ReasonOf(reason));
        if (Word(root, "code") is { } code && entry.Kind.StartsWith(ReviewEvents.Prefix, StringComparison.Ordinal)) parts.Add(words.ReasonCodeOf(code));
        if (Details(root) is { } details)
        {
            if (Word(details, "reason") is { } told) parts.Add(told);
            if (Word(details, "carrier") is { } carrier) parts.Add(carrier);
            if (Word(details, "trackingNumber") is { } tracking) parts.Add(tracking);
            if (Word(details, "message") is { } message) parts.Add(message);
        }

        if (Word(root, "decision") is { } decision) parts.Add(text[$"Decision_{decision}"]);
        if (Word(root, "kind") is { } kind && entry.Kind.StartsWith("money.", StringComparison.Ordinal)) AddMoney(parts, text, root, kind);
        if (entry.Kind == ReconciliationEvents.ReportArrived) AddReport(parts, text, root);
        return parts.Count == 0 ? null : string.Join(" · ", parts);
    }

    // Which file, whether it counts, how many lines.
    private static void AddReport(List<string> parts, IStringLocalizer<OrdersText> text, JsonElement root)
    {
        if (Word(root, "source") is { } source) parts.Add(text[$"Report_Source_{source}"]);
        if (Word(root, "fileName") is { } file) parts.Add(file);
        if (Word(root, "state") is { } state) parts.Add(text[$"Report_State_{state}"]);
        if (Word(root, "fault") is { } fault) parts.Add(text[$"Report_Fault_{fault}"]);
        if (root.TryGetProperty("faultLine", out var line) && line.TryGetInt64(out var at)) parts.Add(text["Report_Line", at]);
        if (Word(root, "state") == nameof(ReportState.Whole) && root.TryGetProperty("rows", out var rows) && rows.TryGetInt64(out var count)) parts.Add(text.Count("Report_Rows", count));
    }

    // Which choice, and who had made it first where two had to.
    private static void AddMoney(List<string> parts, IStringLocalizer<OrdersText> text, JsonElement root, string kind)
    {
        parts.Add(text[$"MoneyCase_{kind}"]);
        if (Word(root, "choice") is { } choice) parts.Add(text.ChoiceOf(choice, kind));
        if (Word(root, "first") is { } first) parts.Add(text["Timeline_First", first[(first.IndexOf(':', StringComparison.Ordinal) + 1)..]]);
        if (root.TryGetProperty("overrulesRisk", out var overrules) && overrules.ValueKind == JsonValueKind.True) parts.Add(text["Timeline_Overrules"]);
    }

    private static List<object> FiguresOf(JournalEntry entry)
    {
        using var data = JsonDocument.Parse(entry.Data);
        var root = data.RootElement;
        var inner = Details(root) ?? root;
        var amount = Word(root, "amount") ?? Word(inner, "amount");
        return entry.Kind switch
        {
            OrderEvents.PaymentCreated => [Word(root, "cip") ?? ""],
            ReviewEvents.Warning => [root.TryGetProperty("percent", out var percent) ? percent.GetInt32() : 0],
            OrderEvents.PersonalDataErased or RetentionEvents.Started or RetentionEvents.Ended => [root.TryGetProperty("run", out var run) ? run.GetInt32() : 0],
            SealEvents.Made or SealEvents.Exported => [Word(root, "day") ?? ""],
            _ when amount is not null => [MoneyOf(amount, Word(root, "currency") ?? Word(inner, "currency"))],
            _ => [""],
        };
    }

    private static string TypeOf(EventLine line, IStringLocalizer<EventsText> verdicts) =>
        line.Type is null ? "–" : verdicts[$"Type_{line.Type}"] is { ResourceNotFound: false } word ? word : line.Type;

    private static string MoneyOf(string amount, string? code) =>
        Currency.TryParse(code, out var currency) && Money.TryParse(amount, currency, out var money) ? MoneyFormat.Of(money) : amount;

    private static JsonElement? Details(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("details", out var details) && details.ValueKind == JsonValueKind.Object ? details : null;

    private static string? Word(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
