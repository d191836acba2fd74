using System.Collections.Frozen;
using System.Text.Json;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Marketplace;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Review;
using PagoConsole.Core.Webhooks.Replay;

namespace PagoConsole.Hosting.MarketplaceApi;

/// <summary>What happened to an order, in English for programs and their support.</summary>
internal static class TimelineWords
{
    private static readonly FrozenDictionary<string, string> Texts = new Dictionary<string, string>
    {
        [OrderEvents.Placed] = "The order was taken in and assessed",
        [OrderEvents.PersonalDataErased] = "The term for keeping personal data is over, and it was erased",
        [OrderEvents.HoldPlaced] = "A legal hold was placed",
        [OrderEvents.HoldLifted] = "A legal hold was lifted",
        [OrderEvents.Held] = "The order waits for a reviewer",
        [OrderEvents.Approved] = "The order may be paid",
        [OrderEvents.Rejected] = "The order was rejected",
        [OrderEvents.PaymentCreated] = "The payment code was created",
        [OrderEvents.PaymentDelayed] = "PagoEfectivo could not be reached; the payment code is created when it answers",
        [OrderEvents.Paid] = "The order was paid",
        [OrderEvents.PaidLate] = "The money arrived after the order was closed",
        [OrderEvents.MoneyCaseOpened] = "Money arrived that does not simply settle the order; finance looks into it",
        [OrderEvents.MoneyCaseSettled] = "Finance settled the money that did not fit",
        [MoneyEvents.Chosen] = "A first person of finance chose; a second one must too",
        [MoneyEvents.PayoutDecided] = "Finance decided to give the money back outside PagoEfectivo",
        [MoneyEvents.PaidOut] = "The money was given back outside PagoEfectivo",
        [MoneyEvents.PayoutFailed] = "The money could not be given back outside PagoEfectivo",
        [MoneyEvents.LookedUp] = "PagoEfectivo was asked how the payment stands",
        [MoneyEvents.Old] = "The money has been waiting for finance for days",
        [MoneyEvents.PayeeSeen] = "Somebody looked at the buyer's bank data",
        [MoneyEvents.ProofTaken] = "Somebody took a copy of the proof",
        [OrderEvents.PartlyRefunded] = "Part of the money went back",
        [OrderEvents.Shipped] = "The order was handed to the carrier",
        [OrderEvents.Delivered] = "The order was received",
        [OrderEvents.EvidenceKept] = "Kept as evidence only",
        [OrderEvents.RefundRequested] = "All of the money is to go back",
        [OrderEvents.PartialRefundRequested] = "Part of the money is to go back",
        [OrderEvents.Refunded] = "All of the money went back",
        [OrderEvents.RefundFailed] = "The refund failed",
        [OrderEvents.PartialRefundFailed] = "A partial refund failed",
        [OrderEvents.RefundUnknown] = "Whether the refund was carried out is being found out",
        [OrderEvents.Expired] = "The order was not paid in time; the stock is free",
        [OrderEvents.Cancelled] = "The order was cancelled; the stock is free",
        [OrderEvents.PaymentCancelled] = "The payment code was cancelled at PagoEfectivo",
        [OrderEvents.Disputed] = "The buyer's side disputes the order",
        [DisputeEvents.Assigned] = "Somebody works on the dispute",
        [DisputeEvents.Released] = "Nobody in particular works on the dispute any more",
        [DisputeEvents.Classified] = "What the dispute is about was said",
        [DisputeEvents.Postponed] = "The dispute is to be answered by another date",
        [DisputeEvents.ProofTicked] = "A piece of proof was ticked, or the tick taken away",
        [DisputeEvents.FileAttached] = "A file was attached to the dispute",
        [DisputeEvents.FileTaken] = "Somebody took a copy of a file of the dispute",
        [DisputeEvents.HandedIn] = "Proof was handed in",
        [DisputeEvents.Closed] = "The dispute ended",
        [DisputeEvents.Reopened] = "The dispute is open again",
        [OrderEvents.Labelled] = "The order was labelled",
        [OrderEvents.InformationReceived] = "The information that was asked for came",
        [OrderEvents.WebhookProcessed] = "A message of PagoEfectivo was processed",
        [OrderEvents.MissedWebhook] = "PagoEfectivo was asked and told what no message had told",
        [OrderEvents.PackMade] = "A pack of the order's evidence was made",
        [ReviewEvents.Claimed] = "A reviewer took the case in hand",
        [ReviewEvents.Released] = "The reviewer let go of the case",
        [ReviewEvents.TakenOver] = "A lead took the case over",
        [ReviewEvents.Escalated] = "The case was handed to a lead",
        [ReviewEvents.InformationRequested] = "More information was asked for",
        [ReviewEvents.Warning] = "A part of the time for the review has passed",
        [ReviewEvents.FirstApproval] = "A first reviewer approved; a second one must too",
        [ReviewEvents.Decided] = "A reviewer decided",
        [ReviewEvents.TakenBack] = "A reviewer took the decision back",
        [ReviewEvents.HoldEnded] = "The time for the review ran out",
        [CallbackEvents.Parked] = "A message to the marketplace could not be delivered",
        [CallbackEvents.SentAgain] = "A message to the marketplace is sent again",
        [CallbackEvents.Tested] = "The way to the marketplace was tried",
        [ReplayEvents.Replayed] = "A message of PagoEfectivo was processed again by a person",
        [ReplayEvents.Failed] = "A message of PagoEfectivo was processed again and failed; nothing was changed",
    }.ToFrozenDictionary();

    /// <summary>Whether a kind of entry has words of its own.</summary>
    public static bool Knows(string kind) => Texts.ContainsKey(kind);

    public static TimelineEntry Of(JournalEntry entry) => new(entry.At, entry.Kind, entry.Actor, TextOf(entry));

    private static string TextOf(JournalEntry entry)
    {
        var text = Texts.GetValueOrDefault(entry.Kind) ?? entry.Kind.Replace('.', ' ').Replace('_', ' ');
        using var data = JsonDocument.Parse(entry.Data);
        var why = new[] { "reason", "what", "decision" }.Select(name => Word(data.RootElement, name)).FirstOrDefault(word => word is not null);
        return why is null ? $"{text}." : $"{text} ({why}).";
    }

    private static string? Word(JsonElement data, string name) =>
        data.TryGetProperty(name, out var word) && word.ValueKind == JsonValueKind.String ? word.GetString() : null;
}
