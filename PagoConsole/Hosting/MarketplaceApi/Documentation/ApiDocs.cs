namespace PagoConsole.Hosting.MarketplaceApi.Documentation;

/// <summary>Every call of the API, as the reference describes it.</summary>
internal static class ApiDocs
{
    public const string UnknownOrder = "There is no such order.";
    private const string Orders = "Orders";
    private const string Events = "What happened";
    private const string Repeat = "The same again changes nothing and answers the order as it stands.";
    private const string Closed = "The order's state does not allow it, or it was recorded before with other content.";

    /// <summary>The last parts of the paths below an order.</summary>
    public static readonly string[] OrderVerbs = ["cancel", "shipment", "delivery", "refund", "dispute", "label", "information"];

    public static readonly ApiDoc PlaceOrder = new(
        "placeOrder",
        Orders,
        "Place an order",
        "Takes an order in, assesses it and creates its payment code, within the time that PagoEfectivo is given. An `orderId` is taken once: "
        + "the same `orderId` or `Idempotency-Key` with the same content answers 200 with the order as it is now, with other content 409.")
    {
        Body = typeof(PlaceOrderBody),
        BodyExample = ApiExamples.Order,
        TakesKey = true,
        Answers = [(201, typeof(OrderAnswer), "The order was taken in."), (200, typeof(OrderAnswer), "A repeat: the order as it is now.")],
        Refusals = [(409, "The `orderId` or the key was used with other content.")],
    };

    public static readonly ApiDoc ReadOrder = new("readOrder", Orders, "Read an order", "The order as it stands, and what happened to it.")
    {
        Answers = [(200, typeof(OrderWithTimelineAnswer), "The order as it stands.")],
        Refusals = [(404, UnknownOrder)],
    };

    public static readonly ApiDoc ReadEvidence = new(
        "readEvidence",
        Orders,
        "Take the evidence of an order",
        "A ZIP with a printable account in Spanish, English and Chinese, every record as JSON, raw messages, the order's journal with its hashes, daily seals, a signed "
        + "list of SHA-256 sums, and a page that explains how anybody can check all of it with `sha256sum` and `openssl` alone. Personal data is masked. Each call is journalled.")
    {
        ContentType = "application/zip",
        Answers = [(200, typeof(Stream), "The pack.")],
        Refusals = [(404, UnknownOrder)],
    };

    public static readonly ApiDoc CancelOrder = OnOrder(
        "cancelOrder", "Cancel an order", "Buyer or seller cancels an order in review or not yet paid.", typeof(CancelBody), ApiExamples.Cancel) with
    {
        BodyIsOptional = true,
    };

    public static readonly ApiDoc ShipOrder = OnOrder(
        "shipOrder", "Tell of the shipment", "After a refund request it is kept as evidence only.", typeof(ShipmentBody), ApiExamples.Shipment);

    public static readonly ApiDoc DeliverOrder = OnOrder(
        "deliverOrder", "Tell of the delivery", "Only after the shipment. After a refund request it is kept as evidence only.", typeof(DeliveryBody),
        ApiExamples.Delivery);

    public static readonly ApiDoc RequestRefund = OnOrder(
        "requestRefund", "Ask for a refund",
        "Wholly or in part; refunds together never exceed what was received. A partial one changes no state. A key tells two refunds of the same "
        + "amount and reason apart.", typeof(RefundBody), ApiExamples.Refund) with
    {
        TakesKey = true,
    };

    public static readonly ApiDoc OpenDispute = OnOrder(
        "openDispute", "Tell of a dispute", "For orders for which money came. Other content is a further dispute.", typeof(DisputeBody), ApiExamples.Dispute);

    public static readonly ApiDoc LabelOrder = OnOrder(
        "labelOrder", "Label an order as fraud or good", "The latest label holds; the earlier ones stay on record.", typeof(LabelBody), ApiExamples.Label);

    public static readonly ApiDoc AnswerInformation = OnOrder(
        "answerInformation", "Answer a question", "The answer to `order.information_requested`; the clock of the review goes on.",
        typeof(InformationBody), ApiExamples.Information);

    public static readonly ApiDoc RecordLogin = new(
        "recordLogin", Events, "Tell of a login", "Logins feed the rules about devices and remote logins. The same again adds nothing.")
    {
        Body = typeof(LoginBody),
        BodyExample = ApiExamples.Login,
        Answers = [(202, typeof(LoginAnswer), "The login was taken.")],
    };

    private static ApiDoc OnOrder(string name, string summary, string description, Type body, string example) =>
        new(name, Events, summary, $"{description} {Repeat}")
        {
            Body = body,
            BodyExample = example,
            Refusals = [(404, UnknownOrder), (409, Closed)],
        };
}
