using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Review;

/// <summary>Where a case stands.</summary>
public enum ReviewState
{
    /// <summary>Waits for a person.</summary>
    Open,

    /// <summary>One person approved; a second, different one must too.</summary>
    AwaitingSecond,

    /// <summary>Decided; takes effect at <see cref="ReviewCase.EffectiveAt"/> and can be taken back until then.</summary>
    Decided,

    /// <summary>Took effect, or ended because the order was called off.</summary>
    Closed,
}

/// <summary>What is at stake in a case, as it was when the order was held; the queue is sorted and filtered by it.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="AccountId">Who buys.</param>
/// <param name="AccountCreatedAt">When that account was opened.</param>
/// <param name="SellerId">Who sells, where the marketplace says so.</param>
/// <param name="Amount">What is to be paid.</param>
/// <param name="InSoles">The same in soles at the dated rate of the rule set.</param>
/// <param name="Score">The points of its assessment.</param>
/// <param name="Aml">Whether a rule against money laundering fired.</param>
/// <param name="LinkedAccounts">Other accounts that share phone, document or address, counted to <see cref="ReviewCase.MostLinked"/>.</param>
/// <param name="Reasons">The rules that held it.</param>
public sealed record CaseStake(
    string OrderId,
    string AccountId,
    DateTimeOffset AccountCreatedAt,
    string? SellerId,
    Money Amount,
    decimal InSoles,
    int Score,
    bool Aml,
    int LinkedAccounts,
    IReadOnlyList<string> Reasons);

/// <summary>An order held for a person. Its methods are pure: they change the case or say why not.</summary>
public sealed partial class ReviewCase
{
    /// <summary>Linked accounts are counted to here.</summary>
    public const int MostLinked = 20;

    /// <summary>The order; there is one case for each held order.</summary>
    public required string OrderId { get; init; }

    /// <summary>Where it stands.</summary>
    public ReviewState State { get; private set; }

    /// <summary>When it was held.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Whether a second person must approve.</summary>
    public required bool NeedsSecond { get; init; }

    /// <summary>The rules that held it, separated by commas.</summary>
    public required string Reasons { get; init; }

    /// <summary>Who buys.</summary>
    public required string AccountId { get; init; }

    /// <summary>When that account was opened.</summary>
    public required DateTimeOffset AccountCreatedAt { get; init; }

    /// <summary>Who sells, where the marketplace says so.</summary>
    public string? SellerId { get; init; }

    /// <summary>Hundredths of the currency unit.</summary>
    public required long AmountMinor { get; init; }

    /// <summary>PEN or USD.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The amount in céntimos of a sol, at the dated rate of the rule set that held it.</summary>
    public required long StakeMinor { get; init; }

    /// <summary>The points of its assessment.</summary>
    public required int Score { get; init; }

    /// <summary>Whether a rule against money laundering fired.</summary>
    public required bool Aml { get; init; }

    /// <summary>Other accounts that share phone, document or address, counted to <see cref="MostLinked"/>.</summary>
    public required int LinkedAccounts { get; init; }

    /// <summary>Counts the changes; two people cannot both decide.</summary>
    public int Version { get; private set; }

    /// <summary>What is to be paid.</summary>
    public Money Amount => new(AmountMinor, Currency);

    /// <summary>Opens the case of an order that is held.</summary>
    /// <param name="stake">What is at stake.</param>
    /// <param name="needsSecond">Whether a second person must approve.</param>
    /// <param name="now">Since when it is held.</param>
    /// <param name="hold">How long at most.</param>
    public static ReviewCase Open(CaseStake stake, bool needsSecond, DateTimeOffset now, TimeSpan hold)
    {
        var opened = new ReviewCase
        {
            OrderId = stake.OrderId,
            OpenedAt = now,
            NeedsSecond = needsSecond,
            Reasons = string.Join(',', stake.Reasons),
            AccountId = stake.AccountId,
            AccountCreatedAt = stake.AccountCreatedAt,
            SellerId = stake.SellerId,
            AmountMinor = stake.Amount.Minor,
            Currency = stake.Amount.Currency,
            StakeMinor = (long)Math.Round(stake.InSoles * 100),
            Score = stake.Score,
            Aml = stake.Aml,
            LinkedAccounts = stake.LinkedAccounts,
        };
        opened.StartClock(hold);
        return opened;
    }

    /// <summary>It took effect, or the order was called off.</summary>
    public void Close()
    {
        Version++;
        State = ReviewState.Closed;
        (ClaimedBy, ClaimedUntil, NextWarningAt, AnsweredAt) = (null, null, null, null);
    }
}
