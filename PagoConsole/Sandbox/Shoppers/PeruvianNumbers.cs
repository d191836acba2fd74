using System.Globalization;

namespace PagoConsole.Sandbox.Shoppers;

/// <summary>Documents, phones and addresses that look as they should.</summary>
internal static class PeruvianNumbers
{
    private static readonly int[] RucWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
    private static readonly string[] DniStarts = ["0", "1", "4", "4", "4", "7", "7"];

    public static string Dni(Dice dice) => dice.Pick(DniStarts) + dice.Digits(7);

    public static string ForeignerCard(Dice dice) => "00" + dice.Digits(7);

    public static string Mobile(Dice dice) => "+519" + dice.Digits(8);

    /// <summary>A company's number with the check digit it must have.</summary>
    public static string Ruc(Dice dice)
    {
        var body = "20" + dice.Digits(8);
        return body + RucCheckDigit(body).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The same with a slip in its last digit.</summary>
    public static string MistypedRuc(Dice dice)
    {
        var right = Ruc(dice);
        return right[..10] + (char)('0' + ((right[10] - '0' + dice.Between(1, 9)) % 10));
    }

    public static int RucCheckDigit(string firstTen) =>
        (11 - (firstTen.Zip(RucWeights, (digit, weight) => (digit - '0') * weight).Sum() % 11)) % 10;

    public static string Address(Dice dice) => In(Peru.Networks, dice);

    public static string AddressAbroad(Dice dice) => In(Peru.NetworksAbroad, dice);

    private static string In((int First, int Second)[] networks, Dice dice)
    {
        var (first, second) = dice.Pick(networks);
        return $"{first}.{second}.{dice.Between(0, 255)}.{dice.Between(1, 254)}";
    }
}
