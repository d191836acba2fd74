using PagoConsole.Core.Foundation;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Reconciliation.Differences;

namespace PagoConsole.Tests.Reconciliation.Differences;

public sealed class MoneyCaseLinksTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 17, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_case_of_the_same_transaction_comes_first()
    {
        var best = MoneyCaseLinks.Best(DifferenceKind.AmountMismatch, "tx_1", [Case(MoneyCaseKind.Over, "tx_2", 0), Case(MoneyCaseKind.Short, "tx_1", 1)]);

        Assert.Equal("tx_1", best?.TransactionId);
    }

    [Fact]
    public void Second_money_is_linked_by_its_own_transaction_only() =>
        Assert.Null(MoneyCaseLinks.Best(DifferenceKind.PaidTwice, "tx_3", [Case(MoneyCaseKind.PaidTwice, "tx_2", 0)]));

    [Fact]
    public void A_case_of_another_matter_is_not_linked()
    {
        Assert.Null(MoneyCaseLinks.Best(DifferenceKind.CurrencyMismatch, "tx_1", [Case(MoneyCaseKind.Short, "tx_1", 0)]));
        Assert.Null(MoneyCaseLinks.Best(DifferenceKind.FeeMismatch, "tx_1", [Case(MoneyCaseKind.Short, "tx_1", 0)]));
    }

    [Theory]
    [InlineData(DifferenceKind.AmountMismatch, "100.00", true)]
    [InlineData(DifferenceKind.AmountMismatch, "99.00", false)]
    [InlineData(DifferenceKind.CurrencyMismatch, "PEN", true)]
    [InlineData(DifferenceKind.CurrencyMismatch, "USD", false)]
    [InlineData(DifferenceKind.StatusMismatch, "Paid", true)]
    public void A_settled_case_covers_only_the_money_that_it_was_about(DifferenceKind kind, string there, bool covers) =>
        Assert.Equal(covers, MoneyCaseLinks.Covers(Case(MoneyCaseKind.Short, "tx_1", 0), kind, there));

    private static MoneyCase Case(MoneyCaseKind kind, string transactionId, int minutes) => new()
    {
        CaseId = $"mon_{transactionId}",
        OrderId = "T-1",
        PaymentId = "pay_1",
        TransactionId = transactionId,
        Kind = kind,
        AmountMinor = 10000,
        Currency = Currency.Pen,
        OpenedAt = Now.AddMinutes(minutes),
    };
}
