using System.Globalization;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Intake.Import;

/// <summary>The fields of one line while it is read; the first thing that is wrong with it is kept.</summary>
internal sealed class HistoryLine(ImportColumns columns, IReadOnlyList<string> fields)
{
    public string? Fault { get; private set; }

    public string? Text(string column, int longest)
    {
        if (columns.Of(fields, column) is not { } text) return null;
        if (text.Length > longest) Wrong(column, string.Create(CultureInfo.InvariantCulture, $"longer than {longest} characters"));
        return text;
    }

    public string Required(string column, int longest) => Text(column, longest) ?? Missing(column);

    public DateTimeOffset? Instant(string column)
    {
        if (columns.Of(fields, column) is not { } text) return null;
        if (ImportForms.TryInstant(text, out var instant)) return instant;
        Wrong(column, "no instant; takes 2026-11-22T15:04:05-05:00, 2026-11-22 20:04:05 (UTC) or 2026-11-22");
        return null;
    }

    public DateTimeOffset RequiredInstant(string column)
    {
        if (columns.Of(fields, column) is null) Missing(column);
        return Instant(column) ?? default;
    }

    public Money RequiredMoney()
    {
        var currency = Currency.Pen;
        if (columns.Of(fields, ImportColumns.Currency) is not { } code) Missing(ImportColumns.Currency);
        else if (!Currency.TryParse(code, out currency) || !Currency.OfOrders.Contains(currency)) Wrong(ImportColumns.Currency, "takes PEN or USD");
        if (columns.Of(fields, ImportColumns.Amount) is not { } text)
        {
            Missing(ImportColumns.Amount);
            return default;
        }

        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount))
            Wrong(ImportColumns.Amount, "no amount; takes a plain decimal such as 1299.90");
        else if (amount <= 0) Wrong(ImportColumns.Amount, "takes more than 0");
        else if (amount > Money.Largest) Wrong(ImportColumns.Amount, "too large");
        else if (!Money.TryOf(amount, currency, out var money)) Wrong(ImportColumns.Amount, "more than two decimals");
        else return money;
        return default;
    }

    /// <summary>A field in one of the forms that a reader takes.</summary>
    public T? Form<T>(string column, Func<string, T?> read, string takes)
    {
        if (columns.Of(fields, column) is not { } text) return default;
        var value = read(text);
        if (value is null) Wrong(column, takes);
        return value;
    }

    public string RequiredIp()
    {
        if (columns.Of(fields, ImportColumns.Ip) is null) Missing(ImportColumns.Ip);
        return Form(ImportColumns.Ip, ImportForms.Ip, "takes an IPv4 or IPv6 address, or the number of an IPv4 one") ?? "";
    }

    private string Missing(string column)
    {
        Wrong(column, "is missing");
        return "";
    }

    private void Wrong(string column, string what) => Fault ??= $"{column}: {what}";
}
