using System.Text;
using PagoConsole.Core.Reconciliation.Reports;

namespace PagoConsole.Tests.Reconciliation.Reports;

public sealed class ReportLineTests
{
    private const string Good = "pay_1,MP-1,00012,paid,PEN,100.00,3.50,0.63,95.87,AGENTE-BCP,2026-11-20T10:15:00-05:00,2026-11-24,tx_1,s-1";

    [Fact]
    public void A_line_of_the_contract_is_read_whole()
    {
        var row = Read(Good);

        Assert.Equal(("pay_1", "MP-1", "00012", RowStatus.Paid, "PEN"), (row.PaymentId, row.OrderId, row.Cip, row.Status, row.Currency.Code));
        Assert.Equal((10000, 350, 63, 9587), (row.AmountMinor, row.FeeMinor, row.FeeTaxMinor, row.NetMinor));
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 15, 15, 0, TimeSpan.Zero), row.PaidAt);
        Assert.Equal((new DateOnly(2026, 11, 24), "tx_1", "s-1", "AGENTE-BCP"), (row.SettlementDate, row.TransactionId, row.SellerId, row.Channel));
    }

    [Theory]
    [InlineData("100.00", "100", 10000)]
    [InlineData("100.00", "100.5", 10050)]
    [InlineData("100.00", "0.01", 1)]
    [InlineData("100.00", "-12.30", -1230)]
    public void Amounts_are_plain_decimals(string was, string becomes, long minor) =>
        Assert.Equal(minor, Read(Good.Replace($",{was},", $",{becomes},", StringComparison.Ordinal)).AmountMinor);

    [Theory]
    [InlineData(",100.00,", ",100.001,", "amount")]
    [InlineData(",100.00,", ",1e3,", "amount")]
    [InlineData(",100.00,", ",,", "amount")]
    [InlineData(",100.00,", ",+5,", "amount")]
    [InlineData(",100.00,", ",99999999999,", "amount")]
    [InlineData(",100.00,", ",\"1,00\",", "amount")]
    [InlineData(",paid,", ",settled,", "status")]
    [InlineData(",PEN,", ",pen,", "currency")]
    [InlineData(",95.87,", ",,", "net")]
    [InlineData("2026-11-20T10:15:00-05:00", "2026-11-20T10:15:00", "paid_at")]
    [InlineData("2026-11-20T10:15:00-05:00", "2026-02-30T10:15:00-05:00", "paid_at")]
    [InlineData("2026-11-24", "24/11/2026", "settlement_date")]
    [InlineData("pay_1,MP-1,", ",,", "payment_id")]
    [InlineData(",s-1", "", "fields")]
    [InlineData(",s-1", ",s-1,more", "fields")]
    [InlineData("AGENTE-BCP", "\"AGENTE", "fields")]
    public void What_is_wrong_is_told_by_its_field(string was, string becomes, string field) =>
        Assert.Contains(field, Fault(Good.Replace(was, becomes, StringComparison.Ordinal)), StringComparison.Ordinal);

    [Fact]
    public void Fields_may_stand_between_quotation_marks() =>
        Assert.Equal("AGENTE \"BCP\", Lima", Read(Good.Replace("AGENTE-BCP", "\"AGENTE \"\"BCP\"\", Lima\"", StringComparison.Ordinal)).Channel);

    [Fact]
    public void Money_that_did_not_move_needs_neither_net_nor_instant()
    {
        var row = Read("pay_1,MP-1,00012,pending,PEN,100.00,,,,,,,,");

        Assert.Equal((RowStatus.Pending, 10000, null, null), (row.Status, row.NetMinor, row.PaidAt, row.SettlementDate));
    }

    [Fact]
    public void Columns_may_come_in_another_order_and_with_semicolons()
    {
        var columns = ReportColumns.Of("seller_id;extra;transaction_id;settlement_date;paid_at;channel;net;fee_tax;fee;amount;currency;status;cip;order_id;payment_id"u8, out var fault)!;

        Assert.Null(fault);
        Assert.Null(ReportLine.Read("s-1;x;tx_1;2026-11-24;;;95.87;0.63;3.50;100.00;PEN;paid;00012;MP-1;pay_1"u8, columns, out var line));
        Assert.Equal(("pay_1", 9587), (line.ToRow(1).PaymentId, line.NetMinor));
    }

    [Theory]
    [InlineData("payment_id,order_id", "cip")]
    [InlineData("hello", "payment_id")]
    [InlineData(ReportColumns.Header + ",cip", "twice")]
    public void A_first_line_that_names_not_all_columns_once_is_none(string header, string says)
    {
        Assert.Null(ReportColumns.Of(Encoding.UTF8.GetBytes(header), out var fault));
        Assert.Contains(says, fault, StringComparison.Ordinal);
    }

    private static ReportRow Read(string text)
    {
        Assert.Null(ReportLine.Read(Encoding.UTF8.GetBytes(text), ReportColumns.OfContract, out var line));
        return line.ToRow(1);
    }

    private static string Fault(string text) => ReportLine.Read(Encoding.UTF8.GetBytes(text), ReportColumns.OfContract, out _) ?? "nothing is wrong";
}
