using System.Globalization;
using System.Text.Json;

namespace PagoConsole.Core.Risk.Tuning;

/// <summary>Values of settings as JSON text of one form: 600, 600.00 and 6e2 are the same amount.</summary>
public static class SettingText
{
    /// <summary>A setting that may be off, and is.</summary>
    public const string Off = "null";

    private const decimal One = 1.0000000000000000000000000000m;

    /// <summary>The text of a value.</summary>
    public static string Of<T>(T value) => Of(JsonSerializer.SerializeToElement(value, RuleSet.Json));

    /// <summary>The text of a JSON value.</summary>
    public static string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetDecimal(out var number) => (number / One).ToString(CultureInfo.InvariantCulture),
        JsonValueKind.Undefined or JsonValueKind.Null => Off,
        JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False =>
            JsonSerializer.Serialize(value, RuleSet.Json),
    };

    /// <summary>The same value in that form.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static string? Of(string? json) => json is null ? null : Of(Read<JsonElement>(json));

    /// <summary>Reads one.</summary>
    /// <exception cref="JsonException">It is no such value.</exception>
    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, RuleSet.Json)!;
}
