namespace PagoConsole.Sandbox.Shoppers;

/// <summary>Writes the order of a number: with the same seed and instant always the same one.</summary>
internal static class OrderWriter
{
    private const int FirstOrder = 10_000;
    private const int Sellers = 25;
    private const long FirstSeller = 1L << 43;

    public static string IdOf(long number) => $"MP-{FirstOrder + number}";

    public static OrderBody Write(long seed, long number, DateTimeOffset placedAt)
    {
        var dice = Dice.For(seed, (2 * number) + 1);
        var persona = Personas.Of(seed, number);
        var buyer = BuyerOf(persona, seed, dice, number, placedAt);
        var items = Items(persona, dice, number);
        var seller = dice.Between(1, Sellers);
        var currency = persona == Persona.Normal && dice.Chance(0.04) ? "USD" : "PEN";
        return new(
            IdOf(number), items.Sum(item => item.Quantity * item.UnitPrice), currency, placedAt, "https://shop.example/thanks",
            buyer.Account, buyer.Address, buyer.Ip, buyer.Device,
            new($"s-{seller}", PeruvianNumbers.Ruc(Dice.For(seed, FirstSeller + seller))), items, Invoice(dice));
    }

    /// <summary>The logins before the order: of who is away from home an earlier one from there; a program tries several passwords first.</summary>
    public static IEnumerable<LoginBody> Logins(long seed, long number, DateTimeOffset placedAt)
    {
        var order = Write(seed, number, placedAt);
        if (Buyer.AtHome(seed, order.Account.Id) is { } home && (home.Ip != order.Ip || home.Device != order.Device))
            yield return new(order.Account.Id, home.Ip, home.Device.Fingerprint, placedAt.AddHours(-30), true);
        var misses = Personas.Of(seed, number) switch { Persona.Bot => 4, Persona.NewWithDearOrder => 1, _ => 0 };
        for (var before = misses; before >= 0; before--)
            yield return new(order.Account.Id, order.Ip, order.Device.Fingerprint, placedAt.AddSeconds(-20 - (before * 3)), before == 0);
    }

    private static Buyer BuyerOf(Persona persona, long seed, Dice dice, long number, DateTimeOffset placedAt) => persona switch
    {
        Persona.Bot => Buyer.Bot(seed, dice, number, placedAt),
        Persona.RingMember => Buyer.RingMember(seed, dice, number, placedAt),
        Persona.NewWithDearOrder => Buyer.Newcomer(dice, number, placedAt),
        Persona.NeverPays => Buyer.Idler(seed, number),
        Persona.Normal or Persona.OverLimit or Persona.PaysLate or Persona.PaysTwice or Persona.PaysWrong
            or Persona.Cancels or Persona.AsksRefund => Buyer.Regular(seed, dice),
    };

    private static List<OrderItem> Items(Persona persona, Dice dice, long number) => persona switch
    {
        Persona.Bot => [Item(Personas.BlockOf(number) % 3 == 2 ? Catalogue.GiftCardForResale : Catalogue.GiftCard, dice, dice.Between(1, 3))],
        Persona.NewWithDearOrder => [Item(dice.Pick(Catalogue.Dear), dice, 1)],
        Persona.OverLimit => [Item(dice.Pick(Catalogue.OverLimit), dice, 1)],
        Persona.RingMember => [Item(dice.Pick(Catalogue.Dear), dice, 1)],
        Persona.Normal or Persona.NeverPays or Persona.PaysLate or Persona.PaysTwice or Persona.PaysWrong or Persona.Cancels
            or Persona.AsksRefund => Basket(dice),
    };

    private static List<OrderItem> Basket(Dice dice)
    {
        var products = Catalogue.Everyday.ToList();
        dice.Shuffle(products);
        var basket = products.Take(dice.Between(1, 3))
            .Select(product => Item(product, dice, product.To < 100 ? dice.Between(1, 3) : 1)).ToList();
        if (dice.Chance(0.08)) basket = [Item(dice.Pick(Catalogue.Dear), dice, 1)];
        return basket;
    }

    private static OrderItem Item(Product product, Dice dice, int quantity) =>
        new(product.Sku, product.Title, product.Category, quantity, dice.Between(product.From, product.To) + 0.90m);

    private static OrderInvoice Invoice(Dice dice)
    {
        if (!dice.Chance(0.2)) return new("boleta", null, null);
        var ruc = dice.Chance(0.08) ? PeruvianNumbers.MistypedRuc(dice) : PeruvianNumbers.Ruc(dice);
        return new("factura", ruc, $"Comercial {dice.Pick(Peru.Surnames)} SAC");
    }
}
