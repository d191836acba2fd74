using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments;

namespace PagoConsole.Tests.Payments;

/// <summary>Settling is pure, and independent of the order in which money was seen.</summary>
public sealed class SettlementTests
{
    private static readonly Money Price = Money.Of(120m, Currency.Pen);

    [Property(Replay = "(20261122,7)", MaxTest = 500)]
    public Property Any_order_of_the_same_movements_gives_the_same_verdict(OrderStatus status, byte[] kinds, int shuffle)
    {
        var seen = kinds.Take(6).Select((kind, i) => Movement(i, kind)).ToList();
        var shuffled = seen.OrderBy(m => (m.TransactionId.GetHashCode(StringComparison.Ordinal) ^ shuffle) & 0xFF).ToList();
        var (one, other) = (Settlement.Of(status, Price, null, seen), Settlement.Of(status, Price, null, shuffled));
        return (one.Status == other.Status
            && one.SettledBy == other.SettledBy
            && one.Cases.Select(Key).Order().SequenceEqual(other.Cases.Select(Key).Order())).ToProperty();
    }

    [Property(Replay = "(20261122,7)", MaxTest = 500)]
    public Property Only_the_exact_amount_settles_and_the_rest_is_a_case(OrderStatus status, byte[] kinds)
    {
        var seen = kinds.Take(6).Select((kind, i) => Movement(i, kind)).ToList();
        var verdict = Settlement.Of(status, Price, null, seen);
        var settles = seen.Any(m => m.Amount == Price);
        return ((verdict.SettledBy is not null) == settles
            && (verdict.Status is null || settles)
            && verdict.Cases.Count(c => c.Kind != MoneyCaseKind.Late) == seen.Count - (settles ? 1 : 0)).ToProperty();
    }

    private static string Key((MoneyMovement Movement, MoneyCaseKind Kind) opened) => $"{opened.Movement.TransactionId} {opened.Kind}";

    private static MoneyMovement Movement(int i, byte kind) => new()
    {
        PaymentId = "pay_1",
        TransactionId = $"tx_{i}",
        Kind = MovementKind.Payment,
        OrderId = "T-1",
        AmountMinor = (kind % 3) switch { 0 => Price.Minor, 1 => Price.Minor - 1, _ => Price.Minor + 1 },
        Currency = kind % 5 == 4 ? Currency.Usd : Currency.Pen,
        At = DateTimeOffset.UnixEpoch.AddSeconds(kind),
        SeenAt = DateTimeOffset.UnixEpoch,
        Source = "webhook",
    };
}
