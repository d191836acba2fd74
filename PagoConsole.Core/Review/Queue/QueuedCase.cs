using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Review.Queue;

/// <summary>A case that is not closed, as the queue sorts and filters it.</summary>
public sealed record QueuedCase
{
    private static readonly TimeSpan Least = TimeSpan.FromMinutes(1);

    /// <summary>The order.</summary>
    public required string OrderId { get; init; }

    /// <summary>Counts its changes.</summary>
    public int Version { get; init; }

    /// <summary>Where it stands.</summary>
    public required ReviewState State { get; init; }

    /// <summary>What was decided, while that can be taken back.</summary>
    public ReviewDecision? Decision { get; init; }

    /// <summary>Who decided.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>When the decision takes effect.</summary>
    public DateTimeOffset? EffectiveAt { get; init; }

    /// <summary>When it was held.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When the hold ends.</summary>
    public required DateTimeOffset HoldUntil { get; init; }

    /// <summary>How long the hold is, in minutes.</summary>
    public required int HoldMinutes { get; init; }

    /// <summary>Until when the clock stands still; null while it runs.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>Whether the marketplace answered and nobody has decided since.</summary>
    public bool Answered { get; init; }

    /// <summary>Whether it was handed to a lead.</summary>
    public bool Escalated { get; init; }

    /// <summary>Who has it in hand, or had it last.</summary>
    public string? ClaimedBy { get; init; }

    /// <summary>Until when.</summary>
    public DateTimeOffset? ClaimedUntil { get; init; }

    /// <summary>The first of two who approved.</summary>
    public string? FirstApproval { get; init; }

    /// <summary>Whether a second person must approve.</summary>
    public required bool NeedsSecond { get; init; }

    /// <summary>What is to be paid.</summary>
    public required Money Amount { get; init; }

    /// <summary>The same in soles.</summary>
    public required decimal Stake { get; init; }

    /// <summary>Its points.</summary>
    public required int Score { get; init; }

    /// <summary>Who buys.</summary>
    public required string AccountId { get; init; }

    /// <summary>When that account was opened.</summary>
    public required DateTimeOffset AccountCreatedAt { get; init; }

    /// <summary>Who sells.</summary>
    public string? SellerId { get; init; }

    /// <summary>Whether it is marked for money laundering.</summary>
    public required bool Aml { get; init; }

    /// <summary>Other accounts that share phone, document or address.</summary>
    public required int LinkedAccounts { get; init; }

    /// <summary>The rules that held it.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>Who has it in hand at an instant; null if nobody has.</summary>
    public string? HolderAt(DateTimeOffset at) => ClaimedUntil > at ? ClaimedBy : null;

    /// <summary>Whether somebody could decide it now: it waits, for them too, for no answer, and is in nobody else's hand.</summary>
    public bool IsFor(Actor person, DateTimeOffset at) =>
        State is ReviewState.Open or ReviewState.AwaitingSecond
        && !(PausedUntil > at)
        && FirstApproval != person.Signature
        && (!Escalated || person.May(Permission.TakeOverCases))
        && (HolderAt(at) is not { } holder || holder == person.Signature);

    /// <summary>How much of the hold is left at an instant; the pause not counted.</summary>
    public TimeSpan LeftAt(DateTimeOffset at)
    {
        var left = HoldUntil - (PausedUntil > at ? PausedUntil.Value : at);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>How much of the hold has passed at an instant, in percent, the pause not counted.</summary>
    public double PassedAt(DateTimeOffset at) => HoldMinutes <= 0 ? 100 : Math.Clamp(100 - (100 * LeftAt(at).TotalMinutes / HoldMinutes), 0, 100);

    /// <summary>Whether its clock runs and 95 % of the hold have passed.</summary>
    public bool EndsSoonAt(DateTimeOffset at) => State != ReviewState.Decided && !(PausedUntil > at) && PassedAt(at) >= 95;

    /// <summary>Soles at stake for each minute that is left; what ends within a minute counts as one.</summary>
    public decimal UrgencyAt(DateTimeOffset at)
    {
        var left = LeftAt(at);
        return Stake / (decimal)(left > Least ? left : Least).TotalMinutes;
    }
}
