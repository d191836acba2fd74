using System.Globalization;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence.Audit;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Events;
using PagoConsole.Orders;
using PagoConsole.Rules;
using PagoConsole.Shared;

namespace PagoConsole.Audit;

/// <summary>Tells entries of any kind in the reader's language.</summary>
internal sealed class AuditWords(IStringLocalizer<AuditText> own, IStringLocalizer<OrdersText> orders, IStringLocalizer<EventsText> events, IStringLocalizer<RulesText> rules)
{
    /// <summary>What happened.</summary>
    public string SentenceOf(JournalEntry entry) =>
        own[$"Kind_{entry.Kind}"] is { ResourceNotFound: false } said ? said : orders.SentenceOf(entry, events);

    /// <summary>A kind by itself, for a filter.</summary>
    public string KindOf(string kind) => own[$"Kind_{kind}"] is { ResourceNotFound: false } said
        ? said
        : orders[$"Kind_{kind}", ""] is { ResourceNotFound: false } told ? told.Value.Trim() : kind;

    /// <summary>What a fact is about.</summary>
    public string NameOf(AuditFact fact)
    {
        var parts = fact.Name.Split('.', StringSplitOptions.RemoveEmptyEntries);
        var names = parts.Where((part, at) => at == 0 || !int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _)).Select((part, at) => PartOf(parts, part, at)).ToList();
        return names.Count == 0 ? own["Field_change"] : string.Join(" · ", names);
    }

    /// <summary>A fact's value.</summary>
    public string ValueOf(string? value, BrowserFacts browser) => value switch
    {
        null or "" => "–",
        "true" => own["Value_true"],
        "false" => own["Value_false"],
        _ when value.Length >= 20 && value[4] == '-' && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) => InstantFormat.Full(at, browser),
        _ => value,
    };

    private string PartOf(string[] parts, string part, int at)
    {
        if (rules[$"Rule_{part}"] is { ResourceNotFound: false } rule) return rule;
        if (at > 0 && rules[$"Setting_{parts[^2]}_{part}"] is { ResourceNotFound: false } setting) return setting;
        return own[$"Field_{part}"] is { ResourceNotFound: false } word ? word : part;
    }
}
