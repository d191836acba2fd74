using System.Globalization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders.Invoices;

namespace PagoConsole.Core.Reconciliation.Invoices;

/// <summary>Which gaps somebody wants to see.</summary>
/// <param name="From">The first business day of payment.</param>
/// <param name="To">The last.</param>
/// <param name="Verdict">Only what is missing, or only what is wrong; null for both.</param>
/// <param name="Type">Only facturas, only boletas …; null for all.</param>
/// <param name="Fault">Only those with this fault; null for all.</param>
/// <param name="SellerId">Only this seller; null for all.</param>
public sealed record InvoiceFilter(
    DateOnly From, DateOnly To, InvoiceVerdict? Verdict = null, InvoiceType? Type = null, InvoiceFaults? Fault = null, string? SellerId = null)
{
    /// <summary>Days of the longest period.</summary>
    public const int LongestDays = 400;

    /// <summary>The same with its ends in order and at most <see cref="LongestDays"/> long.</summary>
    public InvoiceFilter Bounded()
    {
        var (first, last) = From <= To ? (From, To) : (To, From);
        if (last == DateOnly.MaxValue) last = last.AddDays(-1);
        return this with { From = first, To = last.DayNumber - first.DayNumber >= LongestDays ? first.AddDays(LongestDays - 1) : last };
    }
}

/// <summary>Where a page of gaps begins.</summary>
/// <param name="PaidAt">The instant of the last row of the page before.</param>
/// <param name="OrderId">Its order.</param>
public sealed record InvoiceKey(DateTimeOffset PaidAt, string OrderId)
{
    /// <summary>As an address has it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{PaidAt.ToUnixTimeMilliseconds()}.{OrderId}");

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static InvoiceKey? Parse(string? text) =>
        text?.Split('.', 2) is [var at, { Length: > 0 } id] && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var ms) && ms < 253402300800000
            ? new InvoiceKey(DateTimeOffset.FromUnixTimeMilliseconds(ms), id)
            : null;
}
