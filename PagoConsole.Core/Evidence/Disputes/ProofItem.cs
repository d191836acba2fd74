using PagoConsole.Core.Intake;

namespace PagoConsole.Core.Evidence.Disputes;

/// <summary>A piece of proof that helps to contest a dispute.</summary>
public enum ProofItem
{
    /// <summary>That the money came: PagoEfectivo's code, instant, channel and transaction.</summary>
    Payment,

    /// <summary>That the goods were handed to a carrier.</summary>
    Shipment,

    /// <summary>That they were delivered.</summary>
    Delivery,

    /// <summary>Who received them, and that it was the buyer or somebody for them.</summary>
    Recipient,

    /// <summary>That the buyer's account was used from the device of the order around its time.</summary>
    Device,

    /// <summary>That the account bought before and nobody objected.</summary>
    EarlierOrders,

    /// <summary>What was written with the buyer.</summary>
    Communication,

    /// <summary>That money went back already.</summary>
    RefundMade,

    /// <summary>How the goods were described when they were sold.</summary>
    Description,

    /// <summary>What was agreed on returns and cancelling.</summary>
    Terms,
}

/// <summary>How a piece of proof stands.</summary>
public enum ProofState
{
    /// <summary>It is missing.</summary>
    Missing,

    /// <summary>The console has it.</summary>
    Found,

    /// <summary>Somebody ticked it.</summary>
    Ticked,
}

/// <summary>Which proof is asked for, by what a dispute is about.</summary>
public static class ProofChecklist
{
    /// <summary>The items for a reason, the most telling first; for one that nobody has classified those that help in any.</summary>
    public static IReadOnlyList<ProofItem> For(DisputeReason? code) => code switch
    {
        DisputeReason.NotReceived => [ProofItem.Delivery, ProofItem.Recipient, ProofItem.Shipment, ProofItem.Payment, ProofItem.Communication, ProofItem.RefundMade],
        DisputeReason.NotAsDescribed => [ProofItem.Description, ProofItem.Communication, ProofItem.Terms, ProofItem.Delivery, ProofItem.RefundMade, ProofItem.Payment],
        DisputeReason.NotAuthorised => [ProofItem.Device, ProofItem.EarlierOrders, ProofItem.Recipient, ProofItem.Delivery, ProofItem.Payment, ProofItem.Communication],
        DisputeReason.ChargedTwice => [ProofItem.Payment, ProofItem.RefundMade, ProofItem.Communication],
        DisputeReason.RefundMissing => [ProofItem.RefundMade, ProofItem.Terms, ProofItem.Communication, ProofItem.Payment],
        DisputeReason.WrongAmount => [ProofItem.Payment, ProofItem.Description, ProofItem.Communication, ProofItem.RefundMade],
        DisputeReason.CalledOff => [ProofItem.Terms, ProofItem.Communication, ProofItem.Shipment, ProofItem.Delivery, ProofItem.RefundMade],
        DisputeReason.Other or null => [ProofItem.Payment, ProofItem.Shipment, ProofItem.Delivery, ProofItem.Communication, ProofItem.RefundMade],
    };

    /// <summary>How an item stands: a tick of a person counts as much as what the console has.</summary>
    public static ProofState StateOf(ProofItem item, DisputeFacts facts, IReadOnlySet<ProofItem> ticked)
    {
        if (facts.Has(item)) return ProofState.Found;
        return ticked.Contains(item) ? ProofState.Ticked : ProofState.Missing;
    }
}
