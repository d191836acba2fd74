using PhoneNumbers;

namespace PagoConsole.Core.Risk;

/// <summary>What a phone number is.</summary>
public enum PhoneForm
{
    /// <summary>A mobile number of Peru: nine digits, the first a 9.</summary>
    PeruvianMobile,

    /// <summary>Another number of Peru, such as a landline.</summary>
    PeruvianOther,

    /// <summary>A valid number of another country.</summary>
    Foreign,

    /// <summary>No number that anybody has.</summary>
    Malformed,
}

/// <summary>Whether what a buyer told can be what it is said to be. Well formed does not mean that it exists.</summary>
public static class ContactChecks
{
    private const string Peru = "PE";
    private const int DniDigits = 8;
    private const int RucDigits = 11;
    private const int LongestText = 64;
    private static readonly int[] RucWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

    /// <summary>A Peruvian identity document as RENIEC numbers it: eight digits, not all zero; spaces, dots and hyphens do not count.</summary>
    public static bool IsDni(string? text) => Digits(text) is { Length: DniDigits } digits && digits.Any(digit => digit != '0');

    /// <summary>
    /// A taxpayer's number as SUNAT gives it out (RUC): eleven digits, of which the first two tell the kind of taxpayer (10 a person, 15 and 17
    /// persons without DNI, 16 the armed forces, 20 a company) and the last checks the others: with weights 5 4 3 2 7 6 5 4 3 2 it is
    /// (11 − sum mod 11) mod 10. Spaces, dots and hyphens do not count.
    /// </summary>
    public static bool IsRuc(string? text) =>
        Digits(text) is { Length: RucDigits } digits && digits[..2] is "10" or "15" or "16" or "17" or "20" && digits[^1] - '0' == RucCheckDigit(digits);

    /// <summary>Whether it is a mobile number of Peru, with or without the country's code.</summary>
    public static bool IsPeruvianMobile(string? text) => FormOf(text) == PhoneForm.PeruvianMobile;

    /// <summary>What a phone number is; one without a country's code is taken for Peruvian.</summary>
    public static PhoneForm FormOf(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestText) return PhoneForm.Malformed;
        var util = PhoneNumberUtil.GetInstance();
        try
        {
            var number = util.Parse(text, Peru);
            if (!util.IsValidNumber(number)) return PhoneForm.Malformed;
            if (util.GetRegionCodeForNumber(number) is not Peru) return PhoneForm.Foreign;
            return util.GetNumberType(number) == PhoneNumberType.MOBILE ? PhoneForm.PeruvianMobile : PhoneForm.PeruvianOther;
        }
        catch (NumberParseException)
        {
            return PhoneForm.Malformed; // what the library throws at a text without a number in it
        }
    }

    internal static int RucCheckDigit(string digits)
    {
        var sum = RucWeights.Select((weight, i) => weight * (digits[i] - '0')).Sum();
        return (11 - (sum % 11)) % 10;
    }

    private static string? Digits(string? text)
    {
        if (text is null || text.Length > LongestText) return null;
        var plain = new string([.. text.Where(c => c is not (' ' or '.' or '-'))]);
        return plain.All(char.IsAsciiDigit) ? plain : null;
    }
}
