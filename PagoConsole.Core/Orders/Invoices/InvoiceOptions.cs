using System.Globalization;
using Microsoft.Extensions.Options;

namespace PagoConsole.Core.Orders.Invoices;

/// <summary>Section <c>Invoices</c>.</summary>
public sealed class InvoiceOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Invoices";

    private static readonly BoletaThreshold ByRegulation = new() { From = DateOnly.MinValue, Amount = 700m };

    /// <summary>
    /// Above which amount a boleta names the buyer's document, and from when on:
    /// <c>Invoices:BoletaThresholds:0:From=2027-01-01</c>, <c>Invoices:BoletaThresholds:0:Amount=800</c>.
    /// </summary>
    /// <value>
    /// Default: 700 soles at all times, by article 8, number 3.10 of the Reglamento de Comprobantes de Pago (Resolución de Superintendencia
    /// 007-99/SUNAT). What is configured comes on top of it from its date on.
    /// </value>
    public IList<BoletaThreshold> BoletaThresholds { get; } = [];

    /// <summary>The amount in soles above which a boleta of a business day names the buyer's document.</summary>
    public decimal DocumentAbove(DateOnly day) => BoletaThresholds.Append(ByRegulation).Where(t => t.From <= day).MaxBy(t => t.From)!.Amount;
}

/// <summary>An amount above which a boleta names the buyer's document.</summary>
public sealed class BoletaThreshold
{
    /// <summary>The first business day in Lima on which it holds.</summary>
    public DateOnly From { get; set; }

    /// <summary>Soles.</summary>
    public decimal Amount { get; set; }
}

/// <summary>Checks the thresholds; every fault is told by its key.</summary>
internal sealed class CheckInvoiceOptions : IValidateOptions<InvoiceOptions>
{
    public ValidateOptionsResult Validate(string? name, InvoiceOptions options)
    {
        var faults = new List<string>();
        for (var i = 0; i < options.BoletaThresholds.Count; i++)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{InvoiceOptions.Section}:{nameof(InvoiceOptions.BoletaThresholds)}:{i}");
            if (options.BoletaThresholds[i].From == default) faults.Add($"{key}:{nameof(BoletaThreshold.From)}: takes a date such as 2026-11-22");
            if (options.BoletaThresholds[i].Amount < 0) faults.Add($"{key}:{nameof(BoletaThreshold.Amount)}: takes an amount in soles of at least 0");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
