using PagoConsole.Sandbox.Webhooks;

namespace PagoConsole.Sandbox.Shoppers;

internal enum StepKind
{
    LogIn,
    Place,
    Pay,
    PayWrong,
    Expire,
    Ship,
    Deliver,
    Cancel,
    AskRefund,
}

/// <summary>One thing a buyer or seller does, so long after the one before.</summary>
internal sealed record ShopperStep(StepKind Kind, TimeSpan After, WebhookMode Webhook = WebhookMode.Send);

/// <summary>The whole course of one order, fixed by seed and number.</summary>
internal sealed record ShopperScript(Persona Persona, IReadOnlyList<ShopperStep> Steps)
{
    /// <summary>How many of the first orders are paid without any mishap, and soon.</summary>
    private const int SmoothStart = 4;

    public static ShopperScript For(long seed, long number)
    {
        var dice = Dice.For(seed, 2 * number);
        var persona = Personas.Of(seed, number);
        var smooth = number <= SmoothStart;
        ShopperStep[] steps =
        [
            new(StepKind.LogIn, TimeSpan.Zero),
            new(StepKind.Place, TimeSpan.FromMilliseconds(dice.Between(100, 600))),
            .. AfterPlacing(persona, dice, smooth),
        ];
        return new(persona, steps);
    }

    private static ShopperStep[] AfterPlacing(Persona persona, Dice dice, bool smooth) => persona switch
    {
        Persona.Normal or Persona.RingMember or Persona.NewWithDearOrder or Persona.OverLimit =>
            [Step(StepKind.Pay, dice, 5, smooth ? 12 : 25) with { Webhook = smooth ? WebhookMode.Send : Mishap(dice) }, .. Fulfil(dice)],
        Persona.Bot => [],
        Persona.NeverPays => dice.Chance(0.7) ? [Step(StepKind.Expire, dice, 60, 150)] : [],
        Persona.PaysLate => [Step(StepKind.Expire, dice, 20, 40), Step(StepKind.Pay, dice, 15, 60)],
        Persona.PaysTwice => [Step(StepKind.Pay, dice, 5, 25), Step(StepKind.Pay, dice, 5, 20), .. Fulfil(dice)],
        Persona.PaysWrong => [Step(StepKind.PayWrong, dice, 5, 25)],
        Persona.Cancels => [Step(StepKind.Cancel, dice, 5, 20)],
        Persona.AsksRefund => [Step(StepKind.Pay, dice, 5, 25), .. Fulfil(dice), Step(StepKind.AskRefund, dice, 20, 60)],
    };

    private static ShopperStep[] Fulfil(Dice dice) => [Step(StepKind.Ship, dice, 20, 60), Step(StepKind.Deliver, dice, 30, 120)];

    private static ShopperStep Step(StepKind kind, Dice dice, int first, int last) =>
        new(kind, TimeSpan.FromSeconds(dice.Between(first, last)));

    /// <summary>Now and then a webhook goes astray, as it does in life.</summary>
    private static WebhookMode Mishap(Dice dice) => dice.Between(1, 100) switch
    {
        <= 2 => WebhookMode.Drop,
        <= 6 => WebhookMode.Duplicate,
        <= 9 => WebhookMode.Late,
        _ => WebhookMode.Send,
    };
}
