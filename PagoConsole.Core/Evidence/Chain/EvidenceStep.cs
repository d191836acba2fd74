using System.Text.Json;
using PagoConsole.Core.Evidence.Packs;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Review;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Webhooks;

namespace PagoConsole.Core.Evidence.Chain;

/// <summary>One thing that happened on the way of an order.</summary>
/// <param name="At">When.</param>
/// <param name="Stage">To which link it belongs.</param>
/// <param name="Actor">Who did it, as the journal has it.</param>
public abstract record EvidenceStep(DateTimeOffset At, EvidenceStage Stage, string Actor)
{
    /// <summary>The file of a pack that proves it.</summary>
    public required string File { get; init; }
}

/// <summary>The journal says so.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Stage">To which link it belongs.</param>
public sealed record JournalledStep(JournalEntry Entry, EvidenceStage Stage) : EvidenceStep(Entry.At, Stage, Entry.Actor);

/// <summary>The rules judged.</summary>
/// <param name="Assessment">The judgement.</param>
public sealed record AssessedStep(Assessment Assessment) : EvidenceStep(Assessment.At, EvidenceStage.Assessment, "job:rules");

/// <summary>PagoEfectivo was called.</summary>
/// <param name="Call">The call and how it was answered.</param>
public sealed record CalledStep(GatewayCallRow Call) : EvidenceStep(Call.At, EvidenceStage.Payment, "job:gateway");

/// <summary>PagoEfectivo told something.</summary>
/// <param name="Message">Its message.</param>
public sealed record MessageStep(DeliveredMessage Message) : EvidenceStep(Message.ReceivedAt, EvidenceStage.Payment, "pagoefectivo");

/// <summary>The marketplace was told something.</summary>
/// <param name="Told">The message and the tries.</param>
public sealed record ToldStep(ToldMessage Told) : EvidenceStep(Told.Message.EndedAt ?? Told.Message.CreatedAt, EvidenceStage.Message, "job:callbacks");

/// <summary>Somebody logged in to the buyer's account.</summary>
/// <param name="Login">The login.</param>
public sealed record LoginStep(Login Login) : EvidenceStep(Login.At, EvidenceStage.Access, "key:marketplace");

/// <summary>Puts everything that happened into one order.</summary>
public static class EvidenceSteps
{
    private static readonly Dictionary<string, EvidenceStage> Kinds = new()
    {
        [OrderEvents.Placed] = EvidenceStage.Order,
        [OrderEvents.Held] = EvidenceStage.Review,
        [OrderEvents.Approved] = EvidenceStage.Review,
        [OrderEvents.Rejected] = EvidenceStage.Review,
        [OrderEvents.Paid] = EvidenceStage.Payment,
        [OrderEvents.PaidLate] = EvidenceStage.Payment,
        [OrderEvents.Expired] = EvidenceStage.Payment,
        [OrderEvents.Cancelled] = EvidenceStage.Payment,
        [OrderEvents.Shipped] = EvidenceStage.Shipment,
        [OrderEvents.Delivered] = EvidenceStage.Delivery,
        [OrderEvents.RefundRequested] = EvidenceStage.Refund,
        [OrderEvents.Refunded] = EvidenceStage.Refund,
        [OrderEvents.RefundFailed] = EvidenceStage.Refund,
        [OrderEvents.PartlyRefunded] = EvidenceStage.Refund,
        [MoneyEvents.PaidOut] = EvidenceStage.Refund,
        [MoneyEvents.PayoutDecided] = EvidenceStage.Refund,
        [MoneyEvents.PayoutFailed] = EvidenceStage.Refund,
        [OrderEvents.Disputed] = EvidenceStage.Dispute,
        [OrderEvents.Labelled] = EvidenceStage.Dispute,
        [OrderEvents.Unmasked] = EvidenceStage.Access,
        [OrderEvents.PackMade] = EvidenceStage.Access,
        [MoneyEvents.PayeeSeen] = EvidenceStage.Access,
        [MoneyEvents.ProofTaken] = EvidenceStage.Access,
    };

    /// <summary>Every step, the oldest first; a message of PagoEfectivo stands once, where it came.</summary>
    public static IReadOnlyList<EvidenceStep> Of(EvidenceChainView chain)
    {
        var steps = new List<EvidenceStep>();
        var told = chain.Messages.Select(message => message.ReceiptId).ToHashSet();
        steps.AddRange(chain.Entries.Where(entry => EventLine.Of(entry) is not { ReceiptId: { } receipt } || !told.Contains(receipt))
            .Select(entry => new JournalledStep(entry, StageOf(entry)) { File = PackPaths.Entry(entry.Position) }));
        if (chain.Assessment is { } assessment) steps.Add(new AssessedStep(assessment) { File = PackPaths.Record("assessment") });
        steps.AddRange(chain.Calls.Select(call => new CalledStep(call) { File = PackPaths.Record("gateway") }));
        steps.AddRange(chain.Messages.Select((message, at) => new MessageStep(message) { File = PackPaths.DeliveryHeaders(at + 1) }));
        steps.AddRange(chain.Told.Select((message, at) => new ToldStep(message) { File = PackPaths.Told(at + 1, message.Message.Type.ToWire()) }));
        steps.AddRange(chain.Logins.Select(login => new LoginStep(login) { File = PackPaths.Record("logins") }));
        return [.. steps.OrderBy(step => step.At).ThenBy(step => step.Stage)]; // entries of one instant keep their order: the sort is stable
    }

    /// <summary>To which link an entry belongs.</summary>
    public static EvidenceStage StageOf(JournalEntry entry)
    {
        if (Kinds.TryGetValue(entry.Kind, out var stage)) return stage;
        if (entry.Kind == OrderEvents.EvidenceKept) return JsonElement.Parse(entry.Data).TryGetProperty("what", out var what) && what.GetString() == "delivery" ? EvidenceStage.Delivery : EvidenceStage.Shipment;
        return entry.Kind.Split('.')[0] switch
        {
            "review" => EvidenceStage.Review,
            "refund" => EvidenceStage.Refund,
            "callback" => EvidenceStage.Message,
            "evidence" => EvidenceStage.Access,
            "payment" or "money" or "webhook" or "receipt" or "difference" => EvidenceStage.Payment,
            _ => EvidenceStage.Order,
        };
    }
}
