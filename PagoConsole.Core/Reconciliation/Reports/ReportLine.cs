using System.Text;
using System.Text.Unicode;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Reconciliation.Reports;

/// <summary>One line of a report over its bytes: a million of them are looked at without a text being made of any that agrees.</summary>
internal ref struct ReportLine
{
    private const int LongestId = 128;

    private LineFields fields;
    private long amount, fee, feeTax, net;

    /// <summary>PagoEfectivo's id of the payment.</summary>
    public ReadOnlySpan<byte> PaymentId { get; private set; }

    /// <summary>The marketplace's id of the order.</summary>
    public ReadOnlySpan<byte> OrderId { get; private set; }

    /// <summary>The transaction; empty where none is named.</summary>
    public ReadOnlySpan<byte> TransactionId { get; private set; }

    /// <summary>The seller; empty where none is named.</summary>
    public ReadOnlySpan<byte> SellerId { get; private set; }

    /// <summary>Three capital letters.</summary>
    public ReadOnlySpan<byte> Currency { get; private set; }

    /// <summary>What it says.</summary>
    public RowStatus Status { get; private set; }

    /// <summary>When it moved.</summary>
    public DateTimeOffset? PaidAt { get; private set; }

    /// <summary>When it is settled.</summary>
    public DateOnly? SettlementDate { get; private set; }

    /// <summary>What moved, in hundredths.</summary>
    public readonly long AmountMinor => amount;

    /// <summary>The commission, in hundredths.</summary>
    public readonly long FeeMinor => fee;

    /// <summary>The tax on it, in hundredths.</summary>
    public readonly long FeeTaxMinor => feeTax;

    /// <summary>What is settled for it, in hundredths.</summary>
    public readonly long NetMinor => net;

    /// <summary>Reads a line.</summary>
    /// <param name="record">Without its line end.</param>
    /// <param name="columns">The report's columns.</param>
    /// <param name="line">What it says.</param>
    /// <returns>What is wrong with it, by the name of the field; null if nothing is.</returns>
    public static string? Read(ReadOnlySpan<byte> record, ReportColumns columns, out ReportLine line)
    {
        line = new ReportLine { fields = new LineFields(record, columns) };
        if (!Utf8.IsValid(record) || record.IndexOf((byte)0) >= 0) return "is no UTF-8 text";
        if (!line.fields.Split()) return $"takes {columns.Count} fields, quotation marks closed where a field ends";
        return line.Names() ?? line.State() ?? line.Amounts() ?? line.Days();
    }

    /// <summary>The line with texts.</summary>
    public readonly ReportRow ToRow(long number) => new(
        number, Text(PaymentId), Text(OrderId), Text(fields[ReportColumns.Cip]), Status, new Currency(Text(Currency)), amount, fee, feeTax, net,
        TextOrNull(fields[ReportColumns.Channel]), PaidAt, SettlementDate, Text(TransactionId), TextOrNull(SellerId));

    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes);

    private static string? TextOrNull(ReadOnlySpan<byte> bytes) => bytes.IsEmpty ? null : Text(bytes);

    private static RowStatus? StatusOf(ReadOnlySpan<byte> text)
    {
        if (text.SequenceEqual("paid"u8)) return RowStatus.Paid;
        if (text.SequenceEqual("refunded"u8)) return RowStatus.Refunded;
        if (text.SequenceEqual("pending"u8)) return RowStatus.Pending;
        if (text.SequenceEqual("expired"u8)) return RowStatus.Expired;
        return text.SequenceEqual("cancelled"u8) ? RowStatus.Cancelled : null;
    }

    private static bool AmountOrNothing(ReadOnlySpan<byte> text, out long minor)
    {
        minor = 0;
        return text.IsEmpty || FieldForms.TryAmount(text, out minor);
    }

    private string? Names()
    {
        PaymentId = fields[ReportColumns.PaymentId];
        OrderId = fields[ReportColumns.OrderId];
        TransactionId = fields[ReportColumns.TransactionId];
        SellerId = fields[ReportColumns.SellerId];
        if (PaymentId.IsEmpty && OrderId.IsEmpty) return "payment_id, order_id: one of them must be there";
        var longest = Math.Max(Math.Max(PaymentId.Length, OrderId.Length), Math.Max(TransactionId.Length, SellerId.Length));
        return longest <= LongestId ? null : $"payment_id, order_id, transaction_id, seller_id: take up to {LongestId} characters";
    }

    private string? State()
    {
        if (StatusOf(fields[ReportColumns.Status]) is not { } status) return "status: takes paid, refunded, pending, expired or cancelled";
        Status = status;
        Currency = fields[ReportColumns.Currency];
        return Currency.Length == 3 && !Currency.ContainsAnyExceptInRange((byte)'A', (byte)'Z') ? null : "currency: takes three capital letters";
    }

    private string? Amounts()
    {
        if (!FieldForms.TryAmount(fields[ReportColumns.Amount], out amount)) return "amount: takes a plain decimal such as 1299.90";
        if (!AmountOrNothing(fields[ReportColumns.Fee], out fee)) return "fee: takes a plain decimal such as 45.50";
        if (!AmountOrNothing(fields[ReportColumns.FeeTax], out feeTax)) return "fee_tax: takes a plain decimal such as 8.19";
        var text = fields[ReportColumns.Net];
        if (!text.IsEmpty || Status is RowStatus.Paid or RowStatus.Refunded)
            return FieldForms.TryAmount(text, out net) ? null : "net: takes a plain decimal such as 1246.21";
        net = amount - fee - feeTax; // of money that did not move there is nothing to settle
        return null;
    }

    private string? Days()
    {
        var paidAt = fields[ReportColumns.PaidAt];
        if (FieldForms.TryInstant(paidAt, out var at)) PaidAt = at;
        else if (!paidAt.IsEmpty) return "paid_at: takes an instant with its offset, such as 2026-11-22T15:04:05-05:00";
        var settled = fields[ReportColumns.SettlementDate];
        if (FieldForms.TryDay(settled, out var day)) SettlementDate = day;
        else if (!settled.IsEmpty) return "settlement_date: takes a day such as 2026-11-24";
        return null;
    }
}
