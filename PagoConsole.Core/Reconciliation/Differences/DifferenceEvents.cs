namespace PagoConsole.Core.Reconciliation.Differences;

/// <summary>Kinds of journal entries about differences; the host has words for each in three languages.</summary>
public static class DifferenceEvents
{
    /// <summary>What the kinds begin with.</summary>
    public const string Prefix = "difference.";

    /// <summary>Somebody shall work on it.</summary>
    public const string Assigned = "difference.assigned";

    /// <summary>Nobody in particular works on it any more.</summary>
    public const string Released = "difference.released";

    /// <summary>It has another state because a person said so; the details say which.</summary>
    public const string Decided = "difference.decided";

    /// <summary>A first person wants to write it off; a second one must agree.</summary>
    public const string WriteOffAsked = "difference.write_off_asked";

    /// <summary>It mended itself; the details say how.</summary>
    public const string Mended = "difference.mended";

    /// <summary>PagoEfectivo was asked how its payment stands.</summary>
    public const string LookedUp = "difference.looked_up";

    /// <summary>A file was attached.</summary>
    public const string Attached = "difference.attached";

    /// <summary>Somebody took a copy of an attachment.</summary>
    public const string AttachmentTaken = "difference.attachment_taken";

    /// <summary>Finance looks at the same money as a case.</summary>
    public const string Linked = "difference.linked";

    /// <summary>In the stream of an order: a report shows something of it that concerns risk.</summary>
    public const string ConcernsRisk = "difference.concerns_risk";

    /// <summary>In the stream of an order: a payment that we had never heard of is taken over, because PagoEfectivo says that it was paid for it.</summary>
    public const string PaymentTakenOver = "difference.payment_taken_over";
}
