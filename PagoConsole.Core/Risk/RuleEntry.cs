using System.Text.Json;
using System.Text.Json.Serialization;

namespace PagoConsole.Core.Risk;

/// <summary>A rule as a rule set holds it.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Mode">Whether it counts.</param>
/// <param name="Action">What it asks for when it fires.</param>
/// <param name="Score">Points, for <see cref="RuleAction.Score"/>; 0 to 1000.</param>
/// <param name="VoucherMinutes">A shorter voucher life when it fires, in minutes; null leaves it.</param>
/// <param name="Settings">Its own settings; what is left out has the rule's default.</param>
public sealed record RuleEntry(string Rule, RuleMode Mode, RuleAction Action, int Score, int? VoucherMinutes, JsonElement Settings)
{
    private static readonly JsonSerializerOptions Strict = new(RuleSet.Json)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };

    private object? typed;

    /// <summary>Makes an entry of typed settings.</summary>
    public static RuleEntry Of(string rule, RuleAction action, object settings, int score = 0, int? voucherMinutes = null, RuleMode mode = RuleMode.Enforce) =>
        new(rule, mode, action, score, voucherMinutes, JsonSerializer.SerializeToElement(settings, settings.GetType(), RuleSet.Json));

    /// <summary>The settings, typed; read once.</summary>
    /// <exception cref="JsonException">A setting is unknown or of the wrong type.</exception>
    public TSettings SettingsAs<TSettings>()
        where TSettings : class, new() => (TSettings)(typed ??= Read<TSettings>());

    /// <summary>The settings that cannot be read: unknown, or of the wrong type.</summary>
    internal IEnumerable<string> UnreadSettings<TSettings>() => Settings.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => [],
        JsonValueKind.Object => Settings.EnumerateObject().Where(setting => !Reads<TSettings>(setting)).Select(setting => setting.Name),
        JsonValueKind.Array or JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => ["*"],
    };

    private static bool Reads<TSettings>(JsonProperty setting)
    {
        try
        {
            JsonSerializer.SerializeToElement(new Dictionary<string, JsonElement> { [setting.Name] = setting.Value }).Deserialize<TSettings>(Strict);
            return true;
        }
        catch (JsonException)
        {
            return false; // the only way that the reader tells of a wrong value
        }
    }

    private TSettings Read<TSettings>()
        where TSettings : class, new() =>
        Settings.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? new TSettings() : Settings.Deserialize<TSettings>(Strict) ?? new TSettings();

    /// <inheritdoc/>
    public bool Equals(RuleEntry? other) =>
        other is not null && (Rule, Mode, Action, Score, VoucherMinutes) == (other.Rule, other.Mode, other.Action, other.Score, other.VoucherMinutes)
        && Text(Settings) == Text(other.Settings);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rule, Mode, Action, Score, VoucherMinutes);

    private static string Text(JsonElement settings) => settings.ValueKind == JsonValueKind.Undefined ? "" : settings.GetRawText();
}
