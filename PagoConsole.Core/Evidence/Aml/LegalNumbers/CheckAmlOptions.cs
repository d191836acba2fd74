using System.Globalization;
using Microsoft.Extensions.Options;

namespace PagoConsole.Core.Evidence.Aml.LegalNumbers;

/// <summary>Checks the numbers of the law; every fault is told by its key.</summary>
internal sealed class CheckAmlOptions : IValidateOptions<AmlOptions>
{
    private const string Root = $"{AmlOptions.Section}:{nameof(AmlOptions.Numbers)}";
    private static readonly DateOnly Earliest = new(2000, 1, 1);

    public ValidateOptionsResult Validate(string? name, AmlOptions options)
    {
        var faults = options.Numbers.SelectMany((entry, i) => FaultsOf(entry, $"{Root}:{i.ToString(CultureInfo.InvariantCulture)}")).Concat(Twice(options.Numbers)).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    /// <summary>What is wrong with one entry.</summary>
    internal static IEnumerable<string> FaultsOf(LegalEntry entry, string key)
    {
        if (!Enum.IsDefined(entry.Number)) yield return $"{key}:{nameof(LegalEntry.Number)}: takes one of {string.Join(", ", Enum.GetNames<LegalNumber>())}";
        if (entry.ValidFrom < Earliest) yield return $"{key}:{nameof(LegalEntry.ValidFrom)}: takes a date such as 2026-11-22";
        if (string.IsNullOrWhiteSpace(entry.Source)) yield return $"{key}:{nameof(LegalEntry.Source)}: takes the norm that says so, and what it says";
        if (string.IsNullOrWhiteSpace(entry.Unit)) yield return $"{key}:{nameof(LegalEntry.Unit)}: takes a unit such as hours or USD";
        if (Fits(entry) is { } takes) yield return $"{key}:{nameof(LegalEntry.Value)}: takes {takes}";
    }

    private static string? Fits(LegalEntry entry) => entry.Number switch
    {
        LegalNumber.ObligedSubject => entry.Value is null or 0 or 1 ? null : "1 for yes, 0 for no, or nothing while it is not settled",
        LegalNumber.ReportHours => Whole(entry, 1, 720, "1 to 720 hours"),
        LegalNumber.SingleOperation or LegalNumber.MonthlyOperations => Between(entry, 1, 10_000_000, "1 to 10000000 dollars"),
        LegalNumber.MonthlyMinimum => Between(entry, 0, 10_000_000, "0 to 10000000 dollars"),
        LegalNumber.RegisterYears => Whole(entry, 1, 50, "1 to 50 years"),
        LegalNumber.NearPercent => Between(entry, 1, 99, "1 to 99 percent"),
        LegalNumber.NearCount => Whole(entry, 2, 100, "2 to 100 operations"),
        LegalNumber.NearDays => Whole(entry, 1, 31, "1 to 31 days"),
        LegalNumber.CaseDays => Whole(entry, 1, 90, "1 to 90 days"),
        LegalNumber.RateDays => Whole(entry, 0, 62, "0 to 62 days"),
        _ => null,
    };

    private static string? Between(LegalEntry entry, decimal least, decimal most, string takes) =>
        entry.Value is { } value && value >= least && value <= most && decimal.Round(value, 2) == value ? null : takes;

    private static string? Whole(LegalEntry entry, decimal least, decimal most, string takes) =>
        entry.Value is { } value && decimal.Truncate(value) == value ? Between(entry, least, most, takes) : takes;

    private static IEnumerable<string> Twice(IEnumerable<LegalEntry> all) =>
        all.Select((entry, i) => (entry.Number, entry.ValidFrom, Index: i)).GroupBy(entry => (entry.Number, entry.ValidFrom))
            .SelectMany(same => same.Skip(1))
            .Select(entry => string.Create(CultureInfo.InvariantCulture, $"{Root}:{entry.Index}:{nameof(LegalEntry.ValidFrom)}: another entry of this number has the same date"));
}
