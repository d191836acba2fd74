using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Payments.Cases;

namespace PagoConsole.Tests.Payments.Cases;

/// <summary>Which choices a case has, and why it has not the others.</summary>
public sealed class MoneyChoiceTests
{
    private static readonly Money Price = Money.Of(120m, Currency.Pen);

    [Fact]
    public void Late_money_is_reinstated_or_goes_back_any_way()
    {
        var options = MoneyChoices.Of(Facts(MoneyCaseKind.Late, OrderStatus.PaidLate) with { IsOfOrder = true });

        Assert.Equal([MoneyChoice.Accept, MoneyChoice.Refund, MoneyChoice.OutOfBand, MoneyChoice.Credit, MoneyChoice.Keep], options.Select(o => o.Choice));
        Assert.All(options, option => Assert.True(option.Possible, $"{option.Choice}: {option.Obstacle}"));
        Assert.Equal(OrderStatus.Paid, options[0].After);
        Assert.Equal(OrderStatus.RefundRequested, options[1].After);
    }

    [Theory]
    [InlineData(MoneyCaseKind.Short, OrderStatus.AwaitingPayment, null)]
    [InlineData(MoneyCaseKind.Short, OrderStatus.Expired, null)]
    [InlineData(MoneyCaseKind.ForeignCurrency, OrderStatus.Cancelled, null)]
    [InlineData(MoneyCaseKind.Short, OrderStatus.Rejected, ChoiceObstacle.OrderRejected)]
    [InlineData(MoneyCaseKind.Late, OrderStatus.Refunded, ChoiceObstacle.OrderMovedOn)]
    [InlineData(MoneyCaseKind.PaidTwice, OrderStatus.Paid, ChoiceObstacle.PaidByOther)]
    [InlineData(MoneyCaseKind.Contradiction, OrderStatus.Paid, ChoiceObstacle.NoMoneyOfItsOwn)]
    [InlineData(MoneyCaseKind.UnaskedRefund, OrderStatus.Refunded, null)]
    [InlineData(MoneyCaseKind.RefundFailed, OrderStatus.Paid, ChoiceObstacle.NothingToAccept)]
    public void Accepting_depends_on_kind_and_order(MoneyCaseKind kind, OrderStatus status, ChoiceObstacle? obstacle) =>
        Assert.Equal(obstacle, MoneyChoices.Of(Facts(kind, status), MoneyChoice.Accept).Obstacle);

    [Fact]
    public void Too_much_can_pay_the_order_and_the_rest_go_back()
    {
        var facts = Facts(MoneyCaseKind.Over, OrderStatus.AwaitingPayment) with { Amount = Money.Of(130m, Currency.Pen), Left = 13000 };

        var option = MoneyChoices.Of(facts, MoneyChoice.AcceptAndReturn);

        Assert.Equal((null, Money.Of(10m, Currency.Pen), OrderStatus.Paid), (option.Obstacle, option.Moves, option.After));
    }

    [Fact]
    public void Another_currency_goes_back_only_outside_PagoEfectivo()
    {
        var facts = Facts(MoneyCaseKind.ForeignCurrency, OrderStatus.AwaitingPayment) with { Amount = Money.Of(120m, Currency.Usd) };

        Assert.Equal(ChoiceObstacle.OtherCurrency, MoneyChoices.Of(facts, MoneyChoice.Refund).Obstacle);
        Assert.True(MoneyChoices.Of(facts, MoneyChoice.OutOfBand).Possible);
    }

    [Fact]
    public void A_refund_in_doubt_is_looked_up_before_anything_else_is_done()
    {
        var facts = Facts(MoneyCaseKind.RefundUnknown, OrderStatus.RefundRequested);

        Assert.Equal([MoneyChoice.WentBack], MoneyChoices.Of(facts).Where(o => o.Possible).Select(o => o.Choice));
        Assert.All(MoneyChoices.Of(facts).Where(o => !o.Possible), o => Assert.Equal(ChoiceObstacle.LookUpFirst, o.Obstacle));
        Assert.All(MoneyChoices.Of(facts with { LookedUp = true }), o => Assert.True(o.Possible));
    }

    [Fact]
    public void What_went_back_cannot_go_back_again()
    {
        var facts = Facts(MoneyCaseKind.Late, OrderStatus.PaidLate) with { Left = 0, IsOfOrder = true };

        Assert.Equal([MoneyChoice.Keep], MoneyChoices.Of(facts).Where(o => o.Possible).Select(o => o.Choice));
    }

    [Fact]
    public void Only_reinstating_what_risk_rejected_overrules_it()
    {
        var options = MoneyChoices.Of(Facts(MoneyCaseKind.Late, OrderStatus.PaidLate) with { IsOfOrder = true, Rejected = true });

        Assert.Equal([MoneyChoice.Accept], options.Where(o => o.OverrulesRisk).Select(o => o.Choice));
        Assert.All(options, option => Assert.True(option.Possible));
    }

    [Theory]
    [InlineData("Ana Quispe", "45678912", "BCP", "002-193-001234567890-15", "")]
    [InlineData("Ana Quispe", "4567891", "BCP", "002-193-001234567890-15", "documentNumber")]
    [InlineData("An", "45678912", "B", "12a4567890", "fullName bank account")]
    [InlineData("", "", "", "", "fullName documentNumber bank account")]
    public void A_form_that_cannot_be_right_names_every_such_field(string name, string document, string bank, string account, string faults)
    {
        var payee = new Payee(name, PayeeDocument.DNI, document, bank, account, PayeeCheck.CalledBack).Tidied();

        Assert.Equal(faults, string.Join(' ', payee.Faults()));
    }

    [Theory]
    [InlineData(PayeeDocument.RUC, "20100047218", true)]
    [InlineData(PayeeDocument.RUC, "2010004721A", false)]
    [InlineData(PayeeDocument.PAS, "AB123456", true)]
    [InlineData(PayeeDocument.CE, "12345", false)]
    public void Each_document_has_its_own_form(PayeeDocument document, string number, bool good) => Assert.Equal(
        good, new Payee("Ana Quispe", document, number, "BCP", "00219300123456789015", PayeeCheck.CalledBack).Faults().Count == 0);

    [Fact]
    public void A_masked_form_shows_no_more_than_tails()
    {
        var masked = new Payee("Ana Quispe", PayeeDocument.DNI, "45678912", "BCP", "00219300123456789015", PayeeCheck.CalledBack).Masked();

        Assert.Equal(("A. Q.", "•••912", "•••9015"), (masked.FullName, masked.DocumentNumber, masked.Account));
    }

    [Theory]
    [InlineData("%PDF-1.7 …", ProofType.Pdf)]
    [InlineData("<html><script>", null)]
    [InlineData("", null)]
    public void A_file_is_told_by_its_first_bytes(string content, ProofType? type) =>
        Assert.Equal(type, new ProofUpload("proof.pdf", System.Text.Encoding.UTF8.GetBytes(content)).Type);

    [Theory]
    [InlineData(@"C:\fake\..\evil"".pdf.exe", "evil__pdf.pdf")]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData("...", "__.pdf")]
    public void A_file_gets_a_harmless_name(string name, string safe) => Assert.Equal(safe, new ProofUpload(name, "%PDF-"u8.ToArray()).SafeName());

    [Fact]
    public void A_file_that_is_too_large_is_not_kept()
    {
        var bytes = new byte[ProofUpload.Largest + 1];
        "%PDF-"u8.CopyTo(bytes);

        Assert.False(new ProofUpload("p.pdf", bytes).IsGood);
        Assert.True(new ProofUpload("p.pdf", bytes[..^1]).IsGood);
    }

    [Theory]
    [InlineData("2026-11-22T04:59:00Z", 1)]
    [InlineData("2026-11-22T05:01:00Z", 0)]
    [InlineData("2026-11-15T12:00:00Z", 7)]
    public void Age_counts_days_of_Lima(string opened, int days)
    {
        var now = new DateTimeOffset(2026, 11, 22, 17, 0, 0, TimeSpan.Zero);
        var at = DateTimeOffset.Parse(opened, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(days, MoneyAges.DaysSince(at, now));
        Assert.True(at < MoneyAges.OpenedBefore(days, now));
        Assert.False(at < MoneyAges.OpenedBefore(days + 1, now));
    }

    private static MoneyFacts Facts(MoneyCaseKind kind, OrderStatus status) =>
        new(kind, status, Price, Price, Price.Minor, IsOfOrder: false, OtherPays: kind == MoneyCaseKind.PaidTwice, LookedUp: false);
}
