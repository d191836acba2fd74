using PagoConsole.Core.Foundation;
using PagoConsole.Core.Review;

namespace PagoConsole.Tests.Review;

/// <summary>Cases as they are when an order is held.</summary>
internal static class HeldOrder
{
    public static readonly TimeSpan Hold = TimeSpan.FromHours(12);

    public static CaseStake Stake(string orderId = "T-1", decimal soles = 900m, int score = 0, bool aml = false, string? seller = null, params string[] reasons) => new(
        orderId, "u-1", DateTimeOffset.UnixEpoch, seller, Money.Of(soles, Currency.Pen), soles, score, aml, 0, reasons.Length == 0 ? ["new-account-high-value"] : reasons);

    public static ReviewCase Case(DateTimeOffset now, string orderId = "T-1", decimal soles = 900m, bool needsSecond = false) =>
        ReviewCase.Open(Stake(orderId, soles), needsSecond, now, Hold);
}
