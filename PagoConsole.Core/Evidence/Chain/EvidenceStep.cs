using System.Text.Json;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Review;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Webhooks;

namespace PagoConsole.Core.Evidence.Chain;

/// <summary>One thing that happened on the way of an order.</summary>
/// <param name="At">When.</param>
/// <param name="Stage">To which link it belongs.</param>
/// <param name="Actor">Who did it, as the journal has it.</param>
public abstract record EvidenceStep(DateTimeOffset At, EvidenceStage Stage, string Actor);

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
        steps.AddRange(chain.Entries.Where(entry => EventLine.Of(entry) is not { ReceiptId: { } receipt } || !told.Contains(receipt)).Select(entry => new JournalledStep(entry, StageOf(entry))));
        if (chain.Assessment is { } assessment) steps.Add(new AssessedStep(assessment));
        steps.AddRange(chain.Calls.Select(call => new CalledStep(call)));
        steps.AddRange(chain.Messages.Select(message => new MessageStep(message)));
        steps.AddRange(chain.Told.Select(message => new ToldStep(message)));
        steps.AddRange(chain.Logins.Select(login => new LoginStep(login)));
        return [.. steps.OrderBy(step => step.At).ThenBy(step => step.Stage)]; // a stable sort: entries keep their order
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
