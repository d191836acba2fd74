namespace PagoConsole.Sandbox.Shoppers;

/// <summary>What sort of buyer stands behind an order.</summary>
internal enum Persona
{
    Normal,

    /// <summary>A program on one address that orders in bursts under many names and pays nothing.</summary>
    Bot,

    /// <summary>One of several accounts with the same phone, document, device and address.</summary>
    RingMember,

    /// <summary>An account some days old at most that orders something dear.</summary>
    NewWithDearOrder,

    /// <summary>An order above what PagoEfectivo takes.</summary>
    OverLimit,
    NeverPays,

    /// <summary>Pays after the code has expired.</summary>
    PaysLate,
    PaysTwice,

    /// <summary>Pays too little, too much or in another currency.</summary>
    PaysWrong,
    Cancels,
    AsksRefund,
}

/// <summary>Deals personas out in blocks, so that every few minutes have some of each.</summary>
internal static class Personas
{
    public const int BlockSize = 60;

    private static readonly (Persona Persona, int Times)[] Mix =
    [
        (Persona.Normal, 30), (Persona.RingMember, 4), (Persona.NewWithDearOrder, 4), (Persona.OverLimit, 2), (Persona.NeverPays, 5),
        (Persona.PaysLate, 2), (Persona.PaysTwice, 1), (Persona.PaysWrong, 2), (Persona.Cancels, 2), (Persona.AsksRefund, 2),
    ];

    private const int BurstLength = 6;

    /// <summary>What somebody sees first who has just started the demo: orders that get paid, one for review, one rejected.</summary>
    private static readonly Persona[] Opening =
    [
        Persona.Normal, Persona.Normal, Persona.Normal, Persona.Normal, Persona.NewWithDearOrder, Persona.Normal, Persona.OverLimit,
        Persona.Normal, Persona.PaysLate, Persona.AsksRefund,
    ];

    /// <summary>Orders are numbered from 1.</summary>
    public static long BlockOf(long number) => (number - 1) / BlockSize;

    public static Persona Of(long seed, long number)
    {
        var block = BlockOf(number);
        return Deal(seed, block)[(int)(number - 1 - (block * BlockSize))];
    }

    private static List<Persona> Deal(long seed, long block)
    {
        var left = Mix.SelectMany(part => Enumerable.Repeat(part.Persona, part.Times)).ToList();
        var opening = block == 0 ? Opening : [];
        foreach (var persona in opening) left.Remove(persona);

        var dice = Dice.For(seed, -1 - block);
        dice.Shuffle(left);
        left.InsertRange(dice.Between(0, left.Count), Enumerable.Repeat(Persona.Bot, BurstLength));
        return [.. opening, .. left];
    }
}
