using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Reconciliation.Matching;

/// <summary>The records that a difference keeps as they stood: <c>{order, payment, received, refunds, row}</c> as JSON.</summary>
internal static class FindingRecords
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Of(Finding finding)
    {
        var (order, row) = (finding.Local, finding.Row);
        return JsonSerializer.Serialize(
            new
            {
                order = order is null ? null : new { order.OrderId, order.Status, amount = order.Amount.ToWire(), currency = order.Amount.Currency.Code, order.SellerId, order.Imported },
                payment = order?.PaymentId is null ? null : new { order.PaymentId, order.Cip, status = order.PaymentStatus, order.TransactionId, order.PaidAt, order.Channel },
                received = order is null ? null : Wire(order.Received),
                refunds = order?.Refunds.Select(refund => new { refund.TransactionId, amount = refund.Amount.ToWire(), currency = refund.Amount.Currency.Code, refund.At }),
                row = row is null ? null : new
                {
                    row.Number,
                    row.PaymentId,
                    row.OrderId,
                    row.Cip,
                    row.Status,
                    currency = row.Currency.Code,
                    amount = Text(row.AmountMinor, row.Currency),
                    fee = Text(row.FeeMinor, row.Currency),
                    feeTax = Text(row.FeeTaxMinor, row.Currency),
                    net = Text(row.NetMinor, row.Currency),
                    row.Channel,
                    row.PaidAt,
                    row.SettlementDate,
                    row.TransactionId,
                    row.SellerId,
                },
            },
            Json);
    }

    private static object Wire(IEnumerable<Money> money) => money.Select(m => new { amount = m.ToWire(), currency = m.Currency.Code });

    private static string Text(long minor, Currency currency) => new Money(minor, currency).ToWire();
}
