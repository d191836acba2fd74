using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments.Cases;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Reconciliation.Invoices;
using PagoConsole.Core.Reconciliation.Workbooks.Exports;
using PagoConsole.Core.Review;
using PagoConsole.Core.Risk.Lists;
using PagoConsole.Core.Evidence.PersonalData;

namespace PagoConsole.Core.Evidence.Audit;

/// <summary>What an entry of the journal is about, as an auditor would sort it.</summary>
public enum AuditArea
{
    /// <summary>Orders: placed, shipped, refunded, labelled.</summary>
    Orders,

    /// <summary>Review cases and their decisions.</summary>
    Reviews,

    /// <summary>Money cases, payouts and refunds.</summary>
    Money,

    /// <summary>Reports, differences, closed days, bank credits.</summary>
    Reconciliation,

    /// <summary>Rules: drafts, approvals, versions.</summary>
    Rules,

    /// <summary>Block, review and trust lists.</summary>
    Lists,

    /// <summary>Flags and devices of accounts.</summary>
    Accounts,

    /// <summary>Personal data that somebody saw or took.</summary>
    PersonalData,

    /// <summary>Whatever left the console as a file.</summary>
    Exports,

    /// <summary>People: roles, passwords, second factors, sign-ins.</summary>
    People,

    /// <summary>API keys and secrets.</summary>
    Keys,

    /// <summary>Jobs run or paused by hand, deliveries replayed, callbacks sent again, the connection checked.</summary>
    Operation,

    /// <summary>Alarms raised and acknowledged.</summary>
    Alarms,

    /// <summary>Seals, retention, holds, packs, suspicious operations, disputes.</summary>
    Evidence,
}

/// <summary>Which kinds of entries make up an area.</summary>
public static class AuditAreas
{
    private static readonly Dictionary<AuditArea, string[]> Table = new()
    {
        [AuditArea.PersonalData] = [.. AccessKinds.All],
        [AuditArea.Exports] =
        [
            "workbook.", ListEvents.Exported, InvoiceEvents.Exported, AuditEvents.Exported, PersonalDataEvents.PersonExported, MoneyEvents.ProofTaken,
            MoneyFileEvents.Exported, DifferenceEvents.AttachmentTaken, "evidence.pack",
        ],
        [AuditArea.Orders] = ["order.", "orders.", "payment."],
        [AuditArea.Reviews] = [ReviewEvents.Prefix],
        [AuditArea.Money] = [MoneyEvents.Prefix, "refund."],
        [AuditArea.Reconciliation] = [DifferenceEvents.Prefix, "day.", "credit.", "credits.", "invoices.", "workbook."],
        [AuditArea.Rules] = ["rules."],
        [AuditArea.Lists] = ["list."],
        [AuditArea.Accounts] = ["account."],
        [AuditArea.People] = ["person."],
        [AuditArea.Keys] = ["api_key.", "secret.", "signing_key."],
        [AuditArea.Operation] = ["job.", "receipt.", "callback.", "connection.", "webhook.", "delivery."],
        [AuditArea.Alarms] = ["alarm."],
        [AuditArea.Evidence] = ["seal.", "seals.", "personal_data.erased", "retention.", "hold.", "evidence.", "pack.", "aml.", "dispute.", "audit.", "signing_key."],
    };

    /// <summary>What the kinds of an area begin with, or are.</summary>
    public static IReadOnlyList<string> BeginningsOf(AuditArea area) => Table[area];

    /// <summary>The first area that an entry's kind belongs to; null for one that no area knows.</summary>
    public static AuditArea? Of(JournalEntry entry) => Table
        .Where(area => area.Value.Any(beginning => entry.Kind.StartsWith(beginning, StringComparison.Ordinal)))
        .Select(area => (AuditArea?)area.Key).FirstOrDefault();
}
