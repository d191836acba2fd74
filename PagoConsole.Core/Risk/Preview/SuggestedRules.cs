using System.Text.Json;
using System.Text.Json.Nodes;
using PagoConsole.Core.Risk.BackTest;

namespace PagoConsole.Core.Risk.Preview;

/// <summary>
/// Takes suggested settings over into a rule set, one by one: the seam between a search and a draft. Pure. A setting whose rule or tier the set does
/// not have is left out.
/// </summary>
public static class SuggestedRules
{
    /// <summary>The set with the chosen settings.</summary>
    public static RuleSet Apply(RuleSet set, IEnumerable<SuggestedSetting> chosen) => chosen.Aggregate(set, Apply);

    /// <summary>Whether the set has the rule, and the tier, that a setting belongs to.</summary>
    public static bool Fits(RuleSet set, SuggestedSetting setting) => setting.Rule == "*" || PlaceOf(set, setting) is not null;

    private static RuleSet Apply(RuleSet set, SuggestedSetting setting)
    {
        if (setting.Rule == "*") return set with { ReviewThreshold = setting.To.GetInt32() };
        return PlaceOf(set, setting) is { } place
            ? set with { Rules = [.. set.Rules.Select((entry, at) => at == place ? Apply(entry, setting) : entry)] }
            : set;
    }

    private static RuleEntry Apply(RuleEntry entry, SuggestedSetting setting) => setting.Setting switch
    {
        "mode" => new(entry.Rule, setting.To.Deserialize<RuleMode>(RuleSet.Json), entry.Action, entry.Score, entry.VoucherMinutes, entry.Settings),
        "score" => new(entry.Rule, entry.Mode, entry.Action, setting.To.GetInt32(), entry.VoucherMinutes, entry.Settings),
        var name => new(entry.Rule, entry.Mode, entry.Action, entry.Score, entry.VoucherMinutes, With(entry.Settings, name, setting.To)),
    };

    private static JsonElement With(JsonElement settings, string name, JsonElement value)
    {
        var json = settings.ValueKind == JsonValueKind.Object ? JsonObject.Create(settings)! : [];
        json[name] = JsonNode.Parse(value.GetRawText());
        return JsonSerializer.SerializeToElement(json, RuleSet.Json);
    }

    private static int? PlaceOf(RuleSet set, SuggestedSetting setting)
    {
        var places = Enumerable.Range(0, set.Rules.Count).Where(place => set.Rules[place].Rule == setting.Rule).ToList();
        var tier = setting.Tier ?? 1;
        return tier <= places.Count && (setting.Tier is not null || places.Count == 1) ? places[tier - 1] : null;
    }
}
