using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using PagoConsole.Core.Risk;

namespace PagoConsole.Tests.Risk;

public sealed class ContactChecksTests
{
    private static readonly int[] Weights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

    [Theory]
    [InlineData("45678912", true)]
    [InlineData(" 45.678.912 ", true)]
    [InlineData("00000001", true)]
    [InlineData("00000000", false)]
    [InlineData("4567891", false)]
    [InlineData("456789123", false)]
    [InlineData("4567891A", false)]
    [InlineData("٤٥٦٧٨٩١٢", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_dni_has_eight_digits(string? text, bool is_dni) => Assert.Equal(is_dni, ContactChecks.IsDni(text));

    [Theory]
    [InlineData("20100047218", true)] // Banco de Crédito del Perú
    [InlineData("20131312955", true)] // SUNAT itself
    [InlineData("20-10004721-8", true)]
    [InlineData("20100047219", false)]
    [InlineData("20100047281", false)]
    [InlineData("30100047218", false)]
    [InlineData("2010004721", false)]
    [InlineData("201000472180", false)]
    [InlineData("2010004721X", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_ruc_has_a_known_prefix_and_the_right_check_digit(string? text, bool is_ruc) => Assert.Equal(is_ruc, ContactChecks.IsRuc(text));

    [Property(MaxTest = 1000)]
    public Property Every_ruc_that_follows_the_formula_is_one() => Prop.ForAll(Rucs(), ruc => ContactChecks.IsRuc(ruc));

    [Property(MaxTest = 1000)]
    public Property One_wrong_digit_is_found_unless_the_formula_gives_the_same() =>
        Prop.ForAll(Changed(), ruc => ContactChecks.IsRuc(ruc) == FollowsFormula(ruc));

    [Fact]
    public void The_check_digit_finds_nearly_every_wrong_digit()
    {
        var rucs = Rucs().Generator.Sample(300);
        var changed = rucs.SelectMany(AllWithOneDigitChanged).ToList();

        Assert.True(changed.Count(ContactChecks.IsRuc) < changed.Count * 0.03);
    }

    [Theory]
    [InlineData("987654321", PhoneForm.PeruvianMobile)]
    [InlineData("987 654 321", PhoneForm.PeruvianMobile)]
    [InlineData("987-654-321", PhoneForm.PeruvianMobile)]
    [InlineData("+51987654321", PhoneForm.PeruvianMobile)]
    [InlineData("+51 987 654 321", PhoneForm.PeruvianMobile)]
    [InlineData("51987654321", PhoneForm.PeruvianMobile)]
    [InlineData("0051987654321", PhoneForm.PeruvianMobile)]
    [InlineData("0051 987-654-321", PhoneForm.PeruvianMobile)]
    [InlineData("(01) 421-1234", PhoneForm.PeruvianOther)]
    [InlineData("+5114211234", PhoneForm.PeruvianOther)]
    [InlineData("+56 9 8765 4321", PhoneForm.Foreign)]
    [InlineData("+34 612 345 678", PhoneForm.Foreign)]
    [InlineData("98765432", PhoneForm.Malformed)]
    [InlineData("9876543210", PhoneForm.Malformed)]
    [InlineData("887654321", PhoneForm.Malformed)]
    [InlineData("+51 887654321", PhoneForm.Malformed)]
    [InlineData("+999 123456", PhoneForm.Malformed)]
    [InlineData("call me", PhoneForm.Malformed)]
    [InlineData(" ", PhoneForm.Malformed)]
    [InlineData(null, PhoneForm.Malformed)]
    public void A_phone_number_has_a_form(string? text, PhoneForm form)
    {
        Assert.Equal(form, ContactChecks.FormOf(text));
        Assert.Equal(form == PhoneForm.PeruvianMobile, ContactChecks.IsPeruvianMobile(text));
    }

    [Property(MaxTest = 300)]
    public Property Nine_digits_that_begin_with_nine_are_a_mobile_however_they_are_written() =>
        Prop.ForAll(
            (from number in Gen.Choose(0, 99_999_999)
             from prefix in Gen.Elements("", "+51", "51", "0051", "+51 ")
             from separator in Gen.Elements("", " ", "-")
             let digits = $"9{number:00000000}"
             select prefix + string.Join(separator, digits[..3], digits[3..6], digits[6..])).ToArbitrary(),
            ContactChecks.IsPeruvianMobile);

    [Property(MaxTest = 1000)]
    public bool Whatever_is_typed_gets_an_answer(string? text)
    {
        _ = ContactChecks.FormOf(text);
        return !ContactChecks.IsRuc(text) || !ContactChecks.IsDni(text);
    }

    // The formula in words of its own: the sum with the check digit as weight 1 is a multiple of 11, but 10 and 11 are written 0 and 1.
    private static bool FollowsFormula(string ruc)
    {
        if (ruc[..2] is not ("10" or "15" or "16" or "17" or "20")) return false;
        var check = 11 - (Weights.Zip(ruc, (weight, digit) => weight * (digit - '0')).Sum() % 11);
        return ruc[10] - '0' == (check >= 10 ? check - 10 : check);
    }

    private static Arbitrary<string> Rucs() =>
        (from prefix in Gen.Elements("10", "15", "16", "17", "20")
         from number in Gen.Choose(0, 99_999_999)
         let ten = $"{prefix}{number:00000000}"
         select ten + Enumerable.Range(0, 10).First(check => FollowsFormula(ten + check))).ToArbitrary();

    private static Arbitrary<string> Changed() =>
        (from ruc in Rucs().Generator from changed in Gen.Elements(AllWithOneDigitChanged(ruc).ToArray()) select changed).ToArbitrary();

    private static IEnumerable<string> AllWithOneDigitChanged(string ruc) =>
        from at in Enumerable.Range(0, ruc.Length)
        from digit in "0123456789"
        where digit != ruc[at]
        select $"{ruc[..at]}{digit}{ruc[(at + 1)..]}";
}
