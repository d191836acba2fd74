using System.Globalization;
using System.Text.Json;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Hosting.MarketplaceApi.Parsing;

/// <summary>
/// One object of a request's body. Each read gives the field's value or notes what is wrong with it under its path; what is absent or null
/// is a fault only where it is required. Fields that nobody reads are ignored.
/// </summary>
internal sealed class WireObject(JsonElement element, string path, List<FieldFault> faults)
{
    private static readonly JsonElement Empty = JsonElement.Parse("{}");

    /// <summary>A text; an empty one is as good as none.</summary>
    public string? Text(string name, int longest)
    {
        if (!Has(name, out var value)) return null;
        if (value.ValueKind != JsonValueKind.String) return Fault<string?>(name, "takes a text");
        if (TextOf(value) is not { } text) return Fault<string?>(name, "is no valid text: half of a surrogate pair");
        if (text.Contains('\0', StringComparison.Ordinal)) return Fault<string?>(name, "must not contain NUL");
        if (text.Length > longest && text.EnumerateRunes().Count() > longest) return Fault<string?>(name, $"takes at most {longest} characters");
        return text.Length == 0 ? null : text;
    }

    /// <summary>A text that must be there.</summary>
    public string RequiredText(string name, int longest)
    {
        var before = faults.Count;
        var text = Text(name, longest);
        if (faults.Count == before && string.IsNullOrWhiteSpace(text)) Fault(name, "is missing");
        return text ?? "";
    }

    /// <summary>An identifier that must be there: a text without control characters.</summary>
    public string RequiredId(string name, int longest)
    {
        var text = RequiredText(name, longest);
        return text.Any(char.IsControl) ? Fault(name, "must not contain control characters", text) : text;
    }

    /// <summary>One of a few words.</summary>
    public string? OneOf(string name, params string[] words)
    {
        var text = Text(name, 100);
        return text is null || words.Contains(text, StringComparer.Ordinal) ? text : Fault<string?>(name, $"takes one of {string.Join(", ", words)}");
    }

    /// <summary>One of a few words, and it must be there.</summary>
    public string RequiredOneOf(string name, params string[] words) =>
        RequiredForm(name, 100, text => words.Contains(text, StringComparer.Ordinal) ? text : null, $"takes one of {string.Join(", ", words)}");

    /// <summary>A text that is something particular, such as an address.</summary>
    public string RequiredForm(string name, int longest, Func<string, string?> form, string takes)
    {
        var before = faults.Count;
        var text = RequiredText(name, longest);
        return faults.Count > before ? "" : form(text) ?? Fault(name, takes, "");
    }

    /// <summary>An amount: a number or a text, at most two decimals, more than 0 or at least 0.</summary>
    public decimal? Amount(string name, bool mayBeZero = false)
    {
        if (!Has(name, out var value)) return null;
        var text = value.ValueKind switch
        {
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.String => TextOf(value),
            _ => null,
        };
        if (!WireForms.TryAmount(text, out var amount)) return Fault<decimal?>(name, "takes an amount with at most two decimals, as a number or a text");
        if (amount < 0 || (amount == 0 && !mayBeZero)) return Fault<decimal?>(name, mayBeZero ? "takes at least 0" : "takes more than 0");
        return amount > Money.Largest ? Fault<decimal?>(name, "is too large") : amount;
    }

    /// <summary>An amount that must be there.</summary>
    public decimal RequiredAmount(string name) => Required(name, Amount(name));

    /// <summary>An instant of RFC 3339, with its offset.</summary>
    public DateTimeOffset? Instant(string name)
    {
        if (!Has(name, out var value)) return null;
        return value.ValueKind == JsonValueKind.String && WireForms.TryInstant(TextOf(value), out var instant)
            ? instant
            : Fault<DateTimeOffset?>(name, "takes an instant of RFC 3339 with an offset, such as 2026-11-22T15:04:05-05:00");
    }

    /// <summary>An instant that must be there.</summary>
    public DateTimeOffset RequiredInstant(string name) => Required(name, Instant(name));

    /// <summary>A whole number of at least 1.</summary>
    public int? Count(string name, int most)
    {
        if (!Has(name, out var value)) return null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var count) && count >= 1 && count <= most
            ? count
            : Fault<int?>(name, string.Create(CultureInfo.InvariantCulture, $"takes a whole number from 1 to {most}"));
    }

    /// <summary>True or false, and it must be there.</summary>
    public bool RequiredFlag(string name)
    {
        bool? flag = !Has(name, out var value) ? null : value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => Fault<bool?>(name, "takes true or false"),
        };
        return Required(name, flag);
    }

    /// <summary>An object in it.</summary>
    public WireObject? Object(string name)
    {
        if (!Has(name, out var value)) return null;
        return value.ValueKind == JsonValueKind.Object ? new WireObject(value, PathOf(name), faults) : Fault<WireObject?>(name, "takes an object");
    }

    /// <summary>An object that must be there; where it is not, its required fields are told as missing too.</summary>
    public WireObject RequiredObject(string name)
    {
        if (!Has(name, out _)) Fault(name, "is missing");
        return Object(name) ?? new WireObject(Empty, PathOf(name), Has(name, out _) ? [] : faults);
    }

    /// <summary>A list of objects; an absent one is empty.</summary>
    public IReadOnlyList<T> List<T>(string name, int most, Func<WireObject, T> read)
    {
        if (!Has(name, out var value)) return [];
        if (value.ValueKind != JsonValueKind.Array) return Fault<IReadOnlyList<T>>(name, "takes a list", []);
        if (value.GetArrayLength() > most) return Fault<IReadOnlyList<T>>(name, $"takes at most {most}", []);
        var list = new List<T>();
        foreach (var item in value.EnumerateArray())
        {
            var place = $"{PathOf(name)}[{list.Count.ToString(CultureInfo.InvariantCulture)}]";
            if (item.ValueKind != JsonValueKind.Object) faults.Add(new FieldFault(place, "takes an object"));
            list.Add(read(new WireObject(item.ValueKind == JsonValueKind.Object ? item : Empty, place, faults)));
        }

        return list;
    }

    /// <summary>Notes a fault that only the reader can know.</summary>
    public void Fault(string name, string what) => faults.Add(new FieldFault(PathOf(name), what));

    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null; // half of a surrogate pair
        }
    }

    private bool Has(string name, out JsonElement value) => element.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;

    private T Required<T>(string name, T? value)
        where T : struct
    {
        if (value is null && !Has(name, out _)) Fault(name, "is missing");
        return value ?? default;
    }

    private T Fault<T>(string name, string what, T instead = default!)
    {
        Fault(name, what);
        return instead;
    }

    private string PathOf(string name) => path.Length == 0 ? name : $"{path}.{name}";
}
