using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;

namespace PagoConsole.Core.Evidence.Aml.LegalNumbers;

/// <summary>The numbers of the law as they hold on a day: those that come along, and the company's own.</summary>
public sealed class LegalBook
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private readonly ILookup<LegalNumber, LegalEntry> entries;

    /// <summary>A book of these entries; of two for the same number and day the later one holds.</summary>
    public LegalBook(IEnumerable<LegalEntry> all)
    {
        var held = all.GroupBy(e => (e.Number, e.ValidFrom)).Select(same => same.Last());
        entries = held.OrderByDescending(e => e.ValidFrom).ToLookup(e => e.Number);
    }

    internal LegalBook(IOptions<AmlOptions> options)
        : this([.. Shipped(), .. options.Value.Numbers])
    {
    }

    /// <summary>All that ever held or will, the newest of each number first.</summary>
    public IEnumerable<LegalEntry> All => entries.OrderBy(same => same.Key).SelectMany(same => same);

    /// <summary>The entry that holds on a business day.</summary>
    /// <exception cref="InvalidOperationException">None does; the settings are checked at start, so that this is a day before all norms.</exception>
    public LegalEntry At(LegalNumber number, DateOnly day) =>
        entries[number].FirstOrDefault(e => e.ValidFrom <= day) ?? entries[number].LastOrDefault() ?? throw new InvalidOperationException($"No entry tells {number}.");

    /// <summary>The number that holds on a business day.</summary>
    public decimal ValueAt(LegalNumber number, DateOnly day) =>
        At(number, day).Value ?? throw new InvalidOperationException($"{number} has no value on {day:yyyy-MM-dd}.");

    /// <summary>Those that come along.</summary>
    internal static IReadOnlyList<LegalEntry> Shipped()
    {
        using var file = typeof(LegalBook).Assembly.GetManifestResourceStream("PagoConsole.Core.aml-numbers.json")
            ?? throw new InvalidOperationException("The numbers that come along are missing.");
        return JsonSerializer.Deserialize<List<LegalEntry>>(file, Json)!;
    }
}
