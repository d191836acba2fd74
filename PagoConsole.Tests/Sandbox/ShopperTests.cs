using System.Text.Json;
using PagoConsole.Sandbox;
using PagoConsole.Sandbox.Shoppers;

namespace PagoConsole.Tests.Sandbox;

public sealed class ShopperTests
{
    private static readonly DateTimeOffset PlacedAt = new(2026, 11, 22, 15, 4, 5, TimeSpan.FromHours(-5));

    [Fact]
    public void Dice_OfASeed_FallAsTheyAlwaysDid()
    {
        // SplitMix64's published stream for 1234567; a change here would change every demo.
        var dice = new Dice(1234567);
        Assert.Equal([6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL], [dice.Next(), dice.Next(), dice.Next()]);
    }

    [Fact]
    public void Orders_OfASeed_AreAlwaysTheSame_AndOfAnotherAreNot()
    {
        Assert.Equal(Stream(7), Stream(7));
        Assert.NotEqual(Stream(7), Stream(8));
        Assert.Equal("MP-10001", OrderWriter.IdOf(1));
    }

    [Fact]
    public void Orders_AreWhole()
    {
        for (var number = 1; number <= 600; number++)
        {
            var order = OrderWriter.Write(2026, number, PlacedAt);
            Assert.True(order.Amount > 0 && decimal.Round(order.Amount, 2) == order.Amount);
            Assert.Equal(order.Amount, order.Items.Sum(item => item.Quantity * item.UnitPrice));
            Assert.True(order.Account.CreatedAt < order.PlacedAt, $"{number}: {order.Account.CreatedAt}");
            Assert.Matches(order.Account.DocumentType == "DNI" ? "^[0-9]{8}$" : "^[0-9]{9}$", order.Account.DocumentNumber);
            Assert.Matches(@"^\+519[0-9]{8}$", order.Account.Phone);
            Assert.True(System.Net.IPAddress.TryParse(order.Ip, out _));
            Assert.Equal(order.Seller.Ruc[10] - '0', PeruvianNumbers.RucCheckDigit(order.Seller.Ruc[..10]));
            Assert.Contains(OrderWriter.Logins(2026, number, PlacedAt), login => login.Success);
        }
    }

    [Fact]
    public void Ruc_Known_HasItsCheckDigit() => Assert.Equal(8, PeruvianNumbers.RucCheckDigit("2010004721"));

    [Fact]
    public void Personas_OfEveryBlock_AreAllThere_MostlyNormal()
    {
        for (var block = 0; block < 20; block++)
        {
            var dealt = Enumerable.Range((block * Personas.BlockSize) + 1, Personas.BlockSize).Select(n => Personas.Of(2026, n)).ToList();
            Assert.Equal(Enum.GetValues<Persona>(), dealt.Distinct().Order());
            Assert.Equal(30, dealt.Count(persona => persona == Persona.Normal));
        }
        Assert.All(Enumerable.Range(1, 4), number => Assert.Equal(Persona.Normal, Personas.Of(2026, number)));
    }

    [Fact]
    public void Personas_LookLikeWhatTheyAre()
    {
        var orders = Enumerable.Range(1, Personas.BlockSize)
            .Select(n => (Persona: Personas.Of(2026, n), Order: OrderWriter.Write(2026, n, PlacedAt))).ToLookup(pair => pair.Persona, pair => pair.Order);

        Assert.Single(orders[Persona.Bot].Select(order => order.Ip).Distinct());
        Assert.Equal(6, orders[Persona.Bot].Select(order => order.Account.Id).Distinct().Count());
        Assert.Single(orders[Persona.RingMember].Select(order => (order.Account.Phone, order.Account.DocumentNumber, order.ShippingAddress)).Distinct());
        Assert.Equal(4, orders[Persona.RingMember].Select(order => order.Account.Email).Distinct().Count());
        Assert.All(orders[Persona.NewWithDearOrder], order => Assert.True(order.Amount >= 800 && PlacedAt - order.Account.CreatedAt < TimeSpan.FromDays(7)));
        Assert.All(orders[Persona.OverLimit], order => Assert.True(order.Amount > 5000));
        Assert.All(orders.Where(group => group.Key != Persona.OverLimit).SelectMany(group => group), order => Assert.True(order.Amount <= 5000));
    }

    [Fact]
    public void Scripts_OfTheFirstBuyers_PaySoonAndWithoutMishap()
    {
        for (var number = 1; number <= 4; number++)
        {
            var pay = ShopperScript.For(2026, number).Steps[2];
            Assert.Equal((StepKind.Pay, PagoConsole.Sandbox.Webhooks.WebhookMode.Send), (pay.Kind, pay.Webhook));
            Assert.InRange(pay.After.TotalSeconds, 5, 12);
        }
        Assert.Equal(2, ShopperScript.For(2026, NumberOf(Persona.PaysTwice)).Steps.Count(step => step.Kind == StepKind.Pay));
        Assert.Equal([StepKind.LogIn, StepKind.Place], ShopperScript.For(2026, NumberOf(Persona.Bot)).Steps.Select(step => step.Kind));
        var late = ShopperScript.For(2026, NumberOf(Persona.PaysLate)).Steps.Select(step => step.Kind).ToList();
        Assert.True(late.IndexOf(StepKind.Expire) < late.IndexOf(StepKind.Pay));
    }

    private static int NumberOf(Persona persona) => Enumerable.Range(1, Personas.BlockSize).First(n => Personas.Of(2026, n) == persona);

    private static string Stream(long seed) => JsonSerializer.Serialize(
        Enumerable.Range(1, 150).Select(number => OrderWriter.Write(seed, number, PlacedAt)), WireFormat.CamelCase);
}
