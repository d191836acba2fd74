using System.Globalization;
using System.Text;

namespace PagoConsole.Sandbox.Shoppers;

/// <summary>Somebody with an account, a device, a network and a place to live.</summary>
internal sealed record Buyer(OrderAccount Account, OrderAddress Address, string Ip, OrderDevice Device)
{
    /// <summary>Accounts that come back; each is the same person every time. So many that a day's orders are no more than people place.</summary>
    private const int Regulars = 4000;

    /// <summary>For so many blocks one and the same account orders and lets the code expire, then another.</summary>
    private const int IdlersBlocks = 2;

    /// <summary>Numbers of dice for people, far from those for orders.</summary>
    private const long FirstRegular = 1L << 40;
    private const long FirstRing = 1L << 41;
    private const long FirstBot = 1L << 42;

    private static readonly DateTimeOffset FirstSignUp = new(2023, 3, 1, 9, 0, 0, TimeSpan.FromHours(-5));

    private static readonly string[] Browsers =
    [
        "Mozilla/5.0 (Linux; Android 15; SM-A556E) AppleWebKit/537.36 Chrome/141.0 Mobile Safari/537.36",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Version/18.6 Mobile Safari/604.1",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0 Safari/537.36",
        "Mozilla/5.0 (Linux; Android 14; Redmi Note 13) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36",
    ];

    public static Buyer Regular(long seed, Dice dice)
    {
        var person = Person(seed, dice.Between(1, Regulars));
        return dice.Between(1, 100) switch
        {
            <= 2 => person with { Ip = PeruvianNumbers.AddressAbroad(dice) }, // travels
            <= 4 => person with { Device = new("fp-" + dice.Digits(8), dice.Pick(Browsers)) }, // has a new phone
            _ => person,
        };
    }

    /// <summary>Who never pays these days.</summary>
    public static Buyer Idler(long seed, long number) => Person(seed, Regulars + 1 + (Personas.BlockOf(number) / IdlersBlocks));

    /// <summary>Whose account it is, at home and on the usual device; null of an account that never comes back.</summary>
    public static Buyer? AtHome(long seed, string accountId) =>
        long.TryParse(accountId.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Person(seed, number) : null;

    /// <summary>Signed up between two hours and five days before the order.</summary>
    public static Buyer Newcomer(Dice dice, long number, DateTimeOffset placedAt) =>
        Make(dice, $"u-n{number}", placedAt.AddHours(-dice.Between(2, 120)));

    /// <summary>All members of one block share phone, document, device, network and address, and none of their names.</summary>
    public static Buyer RingMember(long seed, Dice dice, long number, DateTimeOffset placedAt)
    {
        var head = Make(Dice.For(seed, FirstRing + Personas.BlockOf(number)), "", placedAt);
        var member = Make(dice, $"u-r{number}", placedAt.AddDays(-dice.Between(10, 60)));
        return head with
        {
            Account = member.Account with
            {
                Phone = head.Account.Phone,
                DocumentType = head.Account.DocumentType,
                DocumentNumber = head.Account.DocumentNumber,
            },
        };
    }

    /// <summary>A fresh account each time, on the one address and device of its block.</summary>
    public static Buyer Bot(long seed, Dice dice, long number, DateTimeOffset placedAt)
    {
        var machine = Dice.For(seed, FirstBot + Personas.BlockOf(number));
        var face = Make(dice, $"u-b{number}", placedAt.AddMinutes(-dice.Between(3, 90)));
        return face with
        {
            Account = face.Account with { Email = $"{dice.Digits(9)}@mailinator.com" },
            Ip = PeruvianNumbers.Address(machine),
            Device = new("fp-" + machine.Digits(8), "Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/138.0.0.0"),
        };
    }

    private static Buyer Person(long seed, long number)
    {
        var own = Dice.For(seed, FirstRegular + number);
        return Make(own, $"u-{number:D4}", FirstSignUp.AddHours(own.Between(0, 900 * 24)));
    }

    private static Buyer Make(Dice dice, string id, DateTimeOffset createdAt)
    {
        var (given, surname, second) = (dice.Pick(Peru.GivenNames), dice.Pick(Peru.Surnames), dice.Pick(Peru.Surnames));
        var foreigner = dice.Chance(0.06);
        var account = new OrderAccount(
            id, createdAt, $"{Plain(given)}.{Plain(surname)}{dice.Between(1, 99)}@example.pe", PeruvianNumbers.Mobile(dice),
            foreigner ? "CE" : "DNI", foreigner ? PeruvianNumbers.ForeignerCard(dice) : PeruvianNumbers.Dni(dice),
            $"{given} {surname} {second}");
        var district = dice.Pick(Peru.Districts);
        var address = new OrderAddress(
            $"{dice.Pick(district.Streets)} {dice.Between(100, 2900)}", dice.Chance(0.4) ? $"Dpto {dice.Between(101, 1204)}" : null,
            district.Name, district.Province, district.Region, "PE", district.PostalCode);
        return new(account, address, PeruvianNumbers.Address(dice), new("fp-" + dice.Digits(8), dice.Pick(Browsers)));
    }

    /// <summary>Without accents, in lower case: as people write their names in addresses.</summary>
    private static string Plain(string name) => string.Concat(name.Normalize(NormalizationForm.FormD)
        .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant();
}
