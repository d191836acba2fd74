using System.Text.Json;
using System.Text.Json.Nodes;

namespace PagoConsole.Core.Risk.Tuning;

/// <summary>A rule's entry as single values, and back.</summary>
internal static class EntryFields
{
    /// <summary>All that can be changed of an entry, by name.</summary>
    public static Dictionary<string, string> Of(RuleEntry entry)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [RuleChange.Mode] = SettingText.Of(entry.Mode),
            [RuleChange.Action] = SettingText.Of(entry.Action),
            [RuleChange.Score] = SettingText.Of(entry.Score),
            [RuleChange.VoucherMinutes] = SettingText.Of(entry.VoucherMinutes),
        };
        if (entry.Settings.ValueKind == JsonValueKind.Object)
            foreach (var setting in entry.Settings.EnumerateObject()) fields[setting.Name] = SettingText.Of(setting.Value);
        return fields;
    }

    /// <summary>The entry with other values. A new one: a copy would keep the typed settings of the old.</summary>
    /// <exception cref="JsonException">A value is not of its type.</exception>
    public static RuleEntry With(RuleEntry entry, IReadOnlyDictionary<string, string?> values)
    {
        var settings = entry.Settings.ValueKind == JsonValueKind.Object ? JsonObject.Create(entry.Settings)! : [];
        foreach (var (name, value) in values.Where(v => v.Key is not (RuleChange.Mode or RuleChange.Action or RuleChange.Score or RuleChange.VoucherMinutes)))
        {
            if (value is null) settings.Remove(name);
            else settings[name] = JsonNode.Parse(value);
        }

        return new(
            entry.Rule, Read(RuleChange.Mode, entry.Mode), Read(RuleChange.Action, entry.Action), Read(RuleChange.Score, entry.Score),
            Read(RuleChange.VoucherMinutes, entry.VoucherMinutes), JsonSerializer.SerializeToElement(settings, RuleSet.Json));

        T Read<T>(string name, T now) => values.TryGetValue(name, out var value) && value is not null ? SettingText.Read<T>(value) : now;
    }

    /// <summary>A whole entry as text of one form.</summary>
    public static string TextOf(RuleEntry entry) => SettingText.Of(entry);

    /// <summary>Reads a whole entry.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static RuleEntry Read(string json) => SettingText.Read<RuleEntry>(json);
}
