using System.Globalization;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Shared;

/// <summary>Money in words of the reader's culture: <c>S/ 1,299.90</c>.</summary>
internal static class MoneyFormat
{
    public static string Of(Money money) => $"{Symbol(money.Currency)} {Amount(money)}";

    public static string Amount(Money money) => money.Amount.ToString("N2", CultureInfo.CurrentCulture);

    /// <summary>As people in Peru write it; a currency without a customary sign is named by its code.</summary>
    public static string Symbol(Currency currency) => currency.Code switch
    {
        "PEN" => "S/",
        "USD" => "US$",
        var code => code,
    };
}
