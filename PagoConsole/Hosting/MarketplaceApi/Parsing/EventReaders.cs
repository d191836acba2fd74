using PagoConsole.Core.Intake;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments;

namespace PagoConsole.Hosting.MarketplaceApi.Parsing;

internal sealed record CancelRequest(string? Reason)
{
    public static CancelRequest Read(WireObject body) => new(body.Text("reason", 200));
}

internal sealed record RefundRequest(decimal Amount, string Reason)
{
    public static RefundRequest Read(WireObject body) => new(body.RequiredAmount("amount"), body.RequiredText("reason", RequestRefund.LongestReason));
}

internal sealed record LabelRequest(bool Fraud, string Source)
{
    public static LabelRequest Read(WireObject body) => new(body.RequiredFlag("fraud"), body.RequiredText("source", OrderLabel.LongestSource));
}

internal sealed record InformationRequest(string Text)
{
    public static InformationRequest Read(WireObject body) => new(body.RequiredText("text", InformationAnswer.LongestText));
}

/// <summary>Reads the bodies by which the marketplace tells what happened to an order or an account.</summary>
internal static class EventReaders
{
    public static ShipmentContent Shipment(WireObject body) => new(
        body.RequiredText("carrier", Core.Intake.Shipment.LongestCarrier),
        body.RequiredText("trackingNumber", Core.Intake.Shipment.LongestNumber),
        body.RequiredInstant("shippedAt"));

    public static DeliveryContent Delivery(WireObject body) => new(
        body.RequiredInstant("deliveredAt"), body.RequiredText("receivedBy", Core.Intake.Delivery.LongestName));

    public static DisputeContent Dispute(WireObject body) => new(
        body.RequiredText("reason", Core.Intake.Dispute.LongestReason),
        body.RequiredInstant("openedAt"),
        body.Instant("dueAt"),
        body.Amount("amount"));

    public static LoginContent Login(WireObject body) => new(
        body.RequiredId("accountId", Core.Intake.Login.LongestAccount),
        body.RequiredForm("ip", 45, WireForms.Ip, WireForms.IpTakes),
        body.RequiredText("deviceFingerprint", Core.Intake.Login.LongestDevice),
        body.RequiredInstant("at"),
        body.RequiredFlag("success"));
}
