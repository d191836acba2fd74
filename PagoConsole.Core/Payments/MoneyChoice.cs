using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments.Cases;

namespace PagoConsole.Core.Payments;

/// <summary>What finance can do with money that waits.</summary>
public enum MoneyChoice
{
    /// <summary>The money pays the order: late money reinstates it, money that does not fit is accepted as it is. An unasked refund stands.</summary>
    Accept,

    /// <summary>It pays the order, and what is too much goes back through PagoEfectivo.</summary>
    AcceptAndReturn,

    /// <summary>It goes back through PagoEfectivo.</summary>
    Refund,

    /// <summary>It goes back by a transfer that finance makes itself.</summary>
    OutOfBand,

    /// <summary>The marketplace credits it to the buyer's account there.</summary>
    Credit,

    /// <summary>It stays a difference, dealt with outside.</summary>
    Keep,

    /// <summary>The refund in doubt did go through, as a person found out.</summary>
    WentBack,
}

/// <summary>Why a choice is not possible.</summary>
public enum ChoiceObstacle
{
    /// <summary>The order was rejected; its money can only go back.</summary>
    OrderRejected,

    /// <summary>Other money pays the order already.</summary>
    PaidByOther,

    /// <summary>The order has moved on since: there is nothing to accept any more.</summary>
    OrderMovedOn,

    /// <summary>The money went back, or is on its way.</summary>
    NothingLeft,

    /// <summary>The same money was told with two amounts: there is no second money.</summary>
    NoMoneyOfItsOwn,

    /// <summary>The money is gone already.</summary>
    MoneyIsGone,

    /// <summary>A refund is no payment that could be accepted.</summary>
    NothingToAccept,

    /// <summary>PagoEfectivo gives back only in the currency of its code.</summary>
    OtherCurrency,

    /// <summary>First PagoEfectivo must be asked how the payment stands: nothing is sent twice on a guess.</summary>
    LookUpFirst,
}

/// <summary>One choice as it stands at this moment.</summary>
/// <param name="Choice">The choice.</param>
/// <param name="Obstacle">Why it is not possible; null if it is.</param>
/// <param name="Moves">The money that pays or goes back by it; null where none moves.</param>
/// <param name="After">The state that the order goes to at once; null leaves it.</param>
public sealed record ChoiceOption(MoneyChoice Choice, ChoiceObstacle? Obstacle, Money? Moves = null, OrderStatus? After = null)
{
    /// <summary>Whether it can be chosen.</summary>
    public bool Possible => Obstacle is null;

    /// <summary>Whether it sells what risk had rejected: that takes two people, whatever the amount.</summary>
    public bool OverrulesRisk { get; init; }
}

/// <summary>A choice and what goes with it.</summary>
/// <param name="Choice">What is to happen.</param>
/// <param name="Note">Why; needed.</param>
/// <param name="Payee">To whom a transfer goes: needed for the first choice of <see cref="MoneyChoice.OutOfBand"/>; null confirms the first person's.</param>
/// <param name="Seen">The version of the case that the person looked at; null does not mind.</param>
public sealed record MoneyDecision(MoneyChoice Choice, string Note, Payee? Payee = null, int? Seen = null)
{
    /// <summary>Longest note.</summary>
    public const int LongestNote = 2000;
}
