using PagoConsole.Core.Evidence.Disputes;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments.Cases;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Reconciliation.Invoices;
using PagoConsole.Core.Reconciliation.Workbooks.Exports;
using PagoConsole.Core.Review;
using PagoConsole.Core.Risk.Lists;

namespace PagoConsole.Core.Evidence.PersonalData;

/// <summary>The kinds of entries by which somebody came to see personal data whole, or took a file in which there may be some.</summary>
public static class AccessKinds
{
    /// <summary>One person's data were shown.</summary>
    public static IReadOnlyList<string> Shown { get; } =
    [
        OrderEvents.Unmasked, PersonalDataEvents.AccountUnmasked, OrderEvents.DeliveryUnmasked, PersonalDataEvents.ListEntryUnmasked,
        ReviewEvents.Claimed, ReviewEvents.TakenOver, MoneyEvents.PayeeSeen,
    ];

    /// <summary>A file was taken.</summary>
    public static IReadOnlyList<string> Taken { get; } =
    [
        PersonalDataEvents.PersonExported, MoneyEvents.ProofTaken, DifferenceEvents.AttachmentTaken, ListEvents.Exported, InvoiceEvents.Exported,
        WorkbookEvents.Exported, WorkbookEvents.Taken, MoneyFileEvents.Exported, OrderEvents.PackMade, DisputeEvents.FileTaken, "aml.register_taken", "aml.draft_taken",
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Shown, .. Taken];
}
