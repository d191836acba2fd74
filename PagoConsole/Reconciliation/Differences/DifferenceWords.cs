using System.Globalization;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Reconciliation.Reports;
using PagoConsole.Shared;

namespace PagoConsole.Reconciliation.Differences;

/// <summary>Says differences in the reader's language.</summary>
internal static class DifferenceWords
{
    public static string Soles(decimal soles) => MoneyFormat.Of(Money.Of(decimal.Round(soles, 2), Currency.Pen));

    public static string DayOf(DateOnly day) => day.ToString(IsChinese ? "yyyy年M月d日 ddd" : "ddd d MMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>Without its weekday.</summary>
    public static string DateOf(DateOnly day) => day.ToString(IsChinese ? "yyyy年M月d日" : "d MMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>November 2026, 2026年11月.</summary>
    public static string MonthOf(DateOnly day) => day.ToString(IsChinese ? "yyyy年M月" : "MMMM yyyy", CultureInfo.CurrentCulture);

    private static bool IsChinese => CultureInfo.CurrentCulture.TwoLetterISOLanguageName == "zh";

    /// <summary>What stands here or in the report, in the reader's form.</summary>
    public static string? ValueOf(
        this IStringLocalizer<DifferencesText> text, DifferenceKind kind, string? value, Currency currency, BrowserFacts browser, IStringLocalizer<SharedText> words) =>
        text.ValueOf(kind switch
        {
            DifferenceKind.AmountMismatch or DifferenceKind.MissingInReport or DifferenceKind.RefundMissing => "amount",
            DifferenceKind.NetMismatch => "net",
            DifferenceKind.FeeMismatch => "fee",
            DifferenceKind.StatusMismatch or DifferenceKind.SettledButRejected or DifferenceKind.MissingLocally or DifferenceKind.DuplicateLine => "status",
            DifferenceKind.WrongDay or DifferenceKind.SettlementLate or DifferenceKind.SettlementChanged => "settlement_date",
            DifferenceKind.PaidTwice => "transaction_id",
            DifferenceKind.UnknownSeller => "seller_id",
            DifferenceKind.CurrencyMismatch => "currency",
        }, value, currency, browser, words);

    /// <summary>A field of a record in the reader's form: an amount, a state, a day, an instant; anything else as it is.</summary>
    public static string? ValueOf(
        this IStringLocalizer<DifferencesText> text, string field, string? value, Currency currency, BrowserFacts browser, IStringLocalizer<SharedText> words)
    {
        if (string.IsNullOrEmpty(value)) return null;
        if (field == "imported") return text[value == "true" ? "Imported_Yes" : "Imported_No"];
        if (field is "amount" or "fee" or "fee_tax" or "net") return string.Join(" + ", value.Split(" + ").Select(part => AmountOf(part, currency)));
        if (field.EndsWith("status", StringComparison.Ordinal) && StatusOf(text, value, words) is { } status) return status;
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return DateOf(day);
        if (field.EndsWith("_at", StringComparison.Ordinal) && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
            return InstantFormat.Exact(instant, browser.Zone);
        return value;
    }

    /// <summary>The field on which differences of a kind disagree.</summary>
    public static IReadOnlyList<string> FieldsOf(DifferenceKind kind) => kind switch
    {
        DifferenceKind.AmountMismatch => ["amount"],
        DifferenceKind.CurrencyMismatch => ["currency"],
        DifferenceKind.StatusMismatch or DifferenceKind.SettledButRejected or DifferenceKind.RefundMissing => ["status"],
        DifferenceKind.PaidTwice => ["transaction_id"],
        DifferenceKind.WrongDay => ["paid_at"],
        DifferenceKind.UnknownSeller => ["seller_id"],
        DifferenceKind.FeeMismatch => ["fee", "fee_tax"],
        DifferenceKind.NetMismatch => ["net"],
        DifferenceKind.SettlementLate or DifferenceKind.SettlementChanged => ["settlement_date"],
        DifferenceKind.MissingInReport or DifferenceKind.MissingLocally or DifferenceKind.DuplicateLine => [],
    };

    public static Tone ToneOf(DifferenceState state) => state switch
    {
        DifferenceState.Open => Tone.Waiting,
        DifferenceState.WaitingForPagoEfectivo => Tone.Note,
        DifferenceState.Explained or DifferenceState.Corrected => Tone.Good,
        DifferenceState.WrittenOff => Tone.Neutral,
    };

    public static string IconOf(DifferenceState state) => state switch
    {
        DifferenceState.Open => Icons.Material.Outlined.ErrorOutline,
        DifferenceState.WaitingForPagoEfectivo => Icons.Material.Outlined.HourglassEmpty,
        DifferenceState.Explained => Icons.Material.Outlined.Comment,
        DifferenceState.Corrected => Icons.Material.Outlined.CheckCircle,
        DifferenceState.WrittenOff => Icons.Material.Outlined.RemoveCircleOutline,
    };

    private static string AmountOf(string amount, Currency currency) => Money.TryParse(amount, currency, out var money) ? MoneyFormat.Of(money) : amount;

    private static string? StatusOf(IStringLocalizer<DifferencesText> text, string value, IStringLocalizer<SharedText> words)
    {
        if (Enum.TryParse<OrderStatus>(value, out var order) && Enum.IsDefined(order)) return words[$"Status_{order}"].Value;
        return Enum.TryParse<RowStatus>(value, ignoreCase: true, out var row) && Enum.IsDefined(row) ? text[$"Row_{row}"].Value : null;
    }
}
