namespace PagoConsole.Core.Orders;

/// <summary>Kinds of journal entries about money cases; the host has words for each in three languages.</summary>
public static class MoneyEvents
{
    /// <summary>What the kinds begin with.</summary>
    public const string Prefix = "money.";

    /// <summary>A first person chose; a second one must too.</summary>
    public const string Chosen = "money.case_chosen";

    /// <summary>A payout outside PagoEfectivo was decided.</summary>
    public const string PayoutDecided = "money.payout_decided";

    /// <summary>It was made and recorded.</summary>
    public const string PaidOut = "money.paid_out";

    /// <summary>It could not be made.</summary>
    public const string PayoutFailed = "money.payout_failed";

    /// <summary>PagoEfectivo was asked how the payment stands.</summary>
    public const string LookedUp = "money.looked_up";

    /// <summary>The case has been waiting for days.</summary>
    public const string Old = "money.case_old";

    /// <summary>Somebody looked at the payee's data.</summary>
    public const string PayeeSeen = "money.payee_seen";

    /// <summary>Somebody took a copy of the proof.</summary>
    public const string ProofTaken = "money.proof_taken";
}
