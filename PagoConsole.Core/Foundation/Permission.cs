namespace PagoConsole.Core.Foundation;

/// <summary>What somebody may do. Each is a policy of the host by its own name, and is checked again in the action.</summary>
public enum Permission
{
    /// <summary>See orders, their decisions and payments, with personal data masked.</summary>
    SeeOrders,

    /// <summary>See the live feed of deliveries from PagoEfectivo.</summary>
    SeeEvents,

    /// <summary>See the review queue and its cases.</summary>
    SeeReviews,

    /// <summary>Approve and reject cases.</summary>
    DecideCases,

    /// <summary>Take a case from a colleague.</summary>
    TakeOverCases,

    /// <summary>See how the team does.</summary>
    SeeTeam,

    /// <summary>See personal data unmasked.</summary>
    SeePersonalData,

    /// <summary>See money cases, refunds and reconciliation.</summary>
    SeeMoney,

    /// <summary>Decide money cases: accept, reinstate, settle a refund whose fate is unknown.</summary>
    DecideMoney,

    /// <summary>Bring reports in, work differences off, close days, enter bank credits.</summary>
    Reconcile,

    /// <summary>Ask for refunds.</summary>
    Refund,

    /// <summary>See rules and their versions.</summary>
    SeeRules,

    /// <summary>Change rules and lists.</summary>
    ChangeRules,

    /// <summary>See and change users, roles and API keys.</summary>
    ManageAccess,

    /// <summary>See and run scheduled jobs, resend callbacks, check the connection.</summary>
    ManageJobs,

    /// <summary>Have deliveries of PagoEfectivo processed again.</summary>
    ReplayDeliveries,

    /// <summary>See the chain of evidence of an order and make packs of it; with personal data only together with <see cref="SeePersonalData"/>.</summary>
    SeeEvidence,

    /// <summary>Acknowledge alarms.</summary>
    AcknowledgeAlarms,

    /// <summary>See the daily seals and what is kept for how long, have the journal checked, take seals along.</summary>
    SeeSeals,

    /// <summary>Put orders, accounts and documents under a legal hold, and lift one.</summary>
    HoldOrders,

    /// <summary>Have personal data erased whose term is over.</summary>
    ManageRetention,

    /// <summary>See disputes and how they went.</summary>
    SeeDisputes,

    /// <summary>Open disputes, gather proof, record how they ended.</summary>
    WorkDisputes,

    /// <summary>See the monitor against money laundering and its cases. That there is a case is secret for everybody else.</summary>
    SeeAml,

    /// <summary>Open such cases, conclude them, record reports, enter exchange rates.</summary>
    WorkAml,

    /// <summary>See who changed what, and who saw whose personal data.</summary>
    SeeAudit,

    /// <summary>Take out all that is held on one person.</summary>
    ExportPersonalData,

    /// <summary>API key scope <c>orders:write</c>.</summary>
    ApiOrdersWrite,

    /// <summary>API key scope <c>orders:read</c>.</summary>
    ApiOrdersRead,

    /// <summary>API key scope <c>evidence:read</c>.</summary>
    ApiEvidenceRead,

    /// <summary>API key scope <c>events:write</c>.</summary>
    ApiEventsWrite,

    /// <summary>API key scope <c>events:read</c>.</summary>
    ApiEventsRead,
}
