using System.Text.RegularExpressions;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Reconciliation.Settlements;

/// <summary>
/// An amount as people and banks write it: <c>1234.50</c>, <c>1,234.50</c>, <c>S/ 1,234.50</c>, <c>1.234,50</c>, <c>1234,50</c>. What could be
/// read in two ways, such as <c>1.234</c>, is none.
/// </summary>
public static partial class EnteredAmount
{
    /// <summary>Reads one.</summary>
    public static bool TryParse(string text, Currency currency, out Money money)
    {
        money = default;
        var plain = text.Trim();
        var negative = plain.StartsWith('-') || plain.StartsWith('−');
        if (negative) plain = plain[1..].TrimStart();
        foreach (var sign in SignsOf(currency).Where(sign => plain.StartsWith(sign, StringComparison.OrdinalIgnoreCase)).Take(1)) plain = plain[sign.Length..].TrimStart();
        if (!negative && (plain.StartsWith('-') || plain.StartsWith('−'))) (negative, plain) = (true, plain[1..]);
        if (PointForm().IsMatch(plain)) plain = plain.Replace(",", "", StringComparison.Ordinal);
        else if (CommaForm().IsMatch(plain)) plain = plain.Replace(".", "", StringComparison.Ordinal).Replace(',', '.');
        else if (!PlainForm().IsMatch(plain)) return false;
        return Money.TryParse(negative ? $"-{plain}" : plain, currency, out money);
    }

    private static string[] SignsOf(Currency currency) => currency.Code switch
    {
        "PEN" => ["S/.", "S/"],
        "USD" => ["US$", "$"],
        _ => [],
    };

    [GeneratedRegex(@"^[0-9]*\.?[0-9]+\.?$")]
    private static partial Regex PlainForm();

    // 1,234 and 1,234.50: no amount has three decimals, so that the comma can only part thousands.
    [GeneratedRegex(@"^[0-9]{1,3}(,[0-9]{3})+(\.[0-9]{1,2})?$")]
    private static partial Regex PointForm();

    // 1.234,50 and 1234,50: what follows a comma is one decimal or two.
    [GeneratedRegex(@"^([0-9]+|[0-9]{1,3}(\.[0-9]{3})+),[0-9]{1,2}$")]
    private static partial Regex CommaForm();
}
