using PagoConsole.Core.Risk.Facts;

namespace PagoConsole.Core.Risk.Replay;

/// <summary>An order of history, as it is replayed.</summary>
/// <param name="Subject">What it told.</param>
/// <param name="Outside">What others say of it.</param>
/// <param name="Fate">What became of it later.</param>
/// <param name="Fraud">What is known today: fraud, good, or nothing.</param>
internal sealed record ReplayedOrder(OrderSubject Subject, OutsideFacts Outside, OrderFate Fate, bool? Fraud);

/// <summary>What became of an order, and when that was known.</summary>
/// <param name="PaidAt">When its money came.</param>
/// <param name="ExpiredAt">When its voucher ended unpaid.</param>
/// <param name="RefundedAt">When its money had gone back.</param>
/// <param name="FraudAt">When it was called fraud; null if it was not.</param>
internal readonly record struct OrderFate(DateTimeOffset? PaidAt, DateTimeOffset? ExpiredAt, DateTimeOffset? RefundedAt, DateTimeOffset? FraudAt);
