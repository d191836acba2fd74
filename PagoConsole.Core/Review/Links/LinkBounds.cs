using PagoConsole.Core.Orders;

namespace PagoConsole.Core.Review.Links;

/// <summary>How far the look around an order goes, whatever there is: the case page has to stay quick, and a picture of everything shows nothing.</summary>
public static class LinkBounds
{
    /// <summary>Accounts in the picture, the case's own included.</summary>
    public const int Accounts = 40;

    /// <summary>Identifiers in the picture.</summary>
    public const int Identifiers = 60;

    /// <summary>The latest orders of one identifier, or of one account, that are looked at.</summary>
    public const int OrdersEach = 100;

    /// <summary>The latest orders of an account in which its identifiers are looked for.</summary>
    public const int OrdersForIdentifiers = 20;

    /// <summary>Other orders that are listed for each kind of identifier.</summary>
    public const int RelatedEach = 50;

    /// <summary>Other orders that are listed in all.</summary>
    public const int Related = 200;

    /// <summary>Closed cases, the latest first, that are compared with one.</summary>
    public const int CasesCompared = 2000;

    /// <summary>Similar cases that are shown.</summary>
    public const int CasesShown = 5;

    /// <summary>How long before the order links reach back.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromDays(365);

    /// <summary>How long ago a similar case may have been decided.</summary>
    public static TimeSpan CaseWindow { get; } = TimeSpan.FromDays(90);

    /// <summary>What ties accounts together, the strongest first. A seller ties nobody to anybody.</summary>
    public static IReadOnlyList<IdentifierKind> Kinds { get; } =
        [IdentifierKind.Document, IdentifierKind.Device, IdentifierKind.Phone, IdentifierKind.Email, IdentifierKind.Address, IdentifierKind.Ip];

    /// <summary>How much one shared identifier of a kind says. Behind one IP address of a mobile carrier are thousands of buyers.</summary>
    internal static int StrengthOf(IdentifierKind kind) => kind switch
    {
        IdentifierKind.Document => 6,
        IdentifierKind.Device or IdentifierKind.Phone => 5,
        IdentifierKind.Email => 4,
        IdentifierKind.Address => 3,
        IdentifierKind.Ip => 1,
        IdentifierKind.Account or IdentifierKind.Seller => 0,
    };
}
