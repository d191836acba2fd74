using PagoConsole.Core.Foundation;
using PagoConsole.Core.Review;
using PagoConsole.Core.Review.Queue;

namespace PagoConsole.Tests.Review.Queue;

/// <summary>Cases as the queue sees them, without a store.</summary>
internal static class QueuedCases
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 17, 0, 0, TimeSpan.Zero);

    public static QueuedCase Of(ReviewCase held) => new()
    {
        OrderId = held.OrderId,
        Version = held.Version,
        State = held.State,
        Decision = held.Decision,
        DecidedBy = held.DecidedBy,
        EffectiveAt = held.EffectiveAt,
        OpenedAt = held.OpenedAt,
        HoldUntil = held.HoldUntil,
        HoldMinutes = held.HoldMinutes,
        PausedUntil = held.InformationRequestedAt is null ? null : held.PausedUntil,
        Answered = held.AnsweredAt is not null,
        Escalated = held.EscalatedAt is not null,
        ClaimedBy = held.ClaimedBy,
        ClaimedUntil = held.ClaimedUntil,
        FirstApproval = held.FirstApproval,
        NeedsSecond = held.NeedsSecond,
        Amount = held.Amount,
        Stake = held.StakeMinor / 100m,
        Score = held.Score,
        AccountId = held.AccountId,
        AccountCreatedAt = held.AccountCreatedAt,
        SellerId = held.SellerId,
        Aml = held.Aml,
        LinkedAccounts = held.LinkedAccounts,
        Reasons = held.Reasons.Split(','),
    };

    /// <summary>One that waits, with an hour of twelve gone.</summary>
    public static QueuedCase Waiting(string orderId, decimal stake = 900m, double hoursLeft = 11) => new()
    {
        OrderId = orderId,
        State = ReviewState.Open,
        OpenedAt = Now.AddHours(hoursLeft - 12),
        HoldUntil = Now.AddHours(hoursLeft),
        HoldMinutes = 720,
        NeedsSecond = false,
        Amount = Money.Of(stake, Currency.Pen),
        Stake = stake,
        Score = 0,
        AccountId = "u-1",
        AccountCreatedAt = Now.AddDays(-2),
        Aml = false,
        LinkedAccounts = 0,
        Reasons = ["new-account-high-value"],
    };
}
