using System.Globalization;

namespace PagoConsole.Sandbox.Report;

/// <summary>One movement of money as PagoEfectivo reports it; amounts are minor units.</summary>
internal sealed record ReportLine(
    long Number, string PaymentId, string OrderId, string Cip, bool IsRefund, string Currency, long Amount, string? Channel,
    DateTimeOffset At, string TransactionId, string? SellerId)
{
    public const string Header =
        "payment_id,order_id,cip,status,currency,amount,fee,fee_tax,net,channel,paid_at,settlement_date,transaction_id,seller_id";

    private const decimal FeeRate = 0.035m;
    private const decimal TaxRate = 0.18m;
    private const int SettlementDays = 2;

    /// <summary>3.5 % of money in; giving money back costs nothing and returns no fee.</summary>
    public long Fee => IsRefund ? 0 : Share(Amount, FeeRate);

    /// <summary>IGV on the fee.</summary>
    public long FeeTax => Share(Fee, TaxRate);

    public string Text()
    {
        var settled = LimaDay.AddBusinessDays(LimaDay.Of(At), SettlementDays);
        string[] fields =
        [
            PaymentId, OrderId, Cip, IsRefund ? "refunded" : "paid", Currency, WireFormat.Amount(Amount), WireFormat.Amount(Fee),
            WireFormat.Amount(FeeTax), WireFormat.Amount(Amount - Fee - FeeTax), Channel ?? "", LimaDay.Text(At),
            settled.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), TransactionId, SellerId ?? "",
        ];
        return string.Join(',', fields.Select(Quoted));
    }

    private static long Share(long amount, decimal rate) => (long)decimal.Round(amount * rate, MidpointRounding.AwayFromZero);

    private static string Quoted(string field) =>
        field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
