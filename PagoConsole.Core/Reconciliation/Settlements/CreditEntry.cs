using System.Globalization;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Reconciliation.Settlements;

/// <summary>What is wrong with an entry.</summary>
public enum CreditFault
{
    /// <summary>The line cannot be parted into its fields.</summary>
    Line,

    /// <summary>Its date is none.</summary>
    Date,

    /// <summary>Its date lies in the future.</summary>
    Future,

    /// <summary>Its currency is neither PEN nor USD.</summary>
    Currency,

    /// <summary>Its amount is none, zero, or has more than two decimals.</summary>
    Amount,

    /// <summary>It has no reference, or too long a one.</summary>
    Reference,
}

/// <summary>A bank credit as somebody enters it.</summary>
/// <param name="Date">The day on which the bank booked it.</param>
/// <param name="Amount">What it booked; negative where it took money back.</param>
/// <param name="Reference">The bank's reference.</param>
public sealed record CreditEntry(DateOnly Date, Money Amount, string Reference)
{
    /// <summary>Longest reference.</summary>
    public const int LongestReference = 100;

    private static readonly string[] DateForms = ["yyyy-MM-dd", "d/M/yyyy", "d-M-yyyy"];
    private static readonly DateOnly Earliest = new(2000, 1, 1);

    /// <summary>What is wrong with it on a day; null where it can be taken.</summary>
    public CreditFault? FaultOn(DateOnly today)
    {
        if (Date < Earliest) return CreditFault.Date;
        if (Date > today) return CreditFault.Future;
        if (!Currency.OfOrders.Contains(Amount.Currency)) return CreditFault.Currency;
        if (Amount.Minor == 0) return CreditFault.Amount;
        return string.IsNullOrWhiteSpace(Reference) || Reference.Length > LongestReference || Reference.Any(char.IsControl) ? CreditFault.Reference : null;
    }

    /// <summary>Reads the texts of a line: dates as 2026-11-22 or, as banks in Peru write them, 22/11/2026; amounts as <see cref="EnteredAmount"/> takes them.</summary>
    public static (CreditEntry? Entry, CreditFault? Fault) Read(string date, string currency, string amount, string reference)
    {
        if (!DateOnly.TryParseExact(DayOf(date.Trim()), DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return (null, CreditFault.Date);
        if (!Currency.TryParse(currency.Trim(), out var code)) return (null, CreditFault.Currency);
        return EnteredAmount.TryParse(amount, code, out var money) ? (new CreditEntry(day, money, reference.Trim()), null) : (null, CreditFault.Amount);
    }

    // Some spreadsheets give a day a midnight.
    private static string DayOf(string date) => date.EndsWith(" 00:00:00", StringComparison.Ordinal) ? date[..^9] : date;
}

/// <summary>A line of a file that was not taken.</summary>
/// <param name="Line">Its number in the file, counted from 1 with the header.</param>
/// <param name="Fault">Why.</param>
/// <param name="Value">What stands there.</param>
public sealed record RefusedCredit(long Line, CreditFault Fault, string? Value = null);
