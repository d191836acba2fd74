namespace PagoConsole.Core.Foundation;

/// <summary>Every way in which an action can say no. Each has an HTTP status in the host and words in three languages.</summary>
public enum RefusalCode
{
    /// <summary>The actor lacks the permission.</summary>
    NotAllowed,

    /// <summary>A field is missing, malformed or out of bounds.</summary>
    Invalid,

    /// <summary>There is no such order.</summary>
    UnknownOrder,

    /// <summary>There is no such record.</summary>
    NotFound,

    /// <summary>The order id was taken before, with other content.</summary>
    OrderTakenWithOtherContent,

    /// <summary>The idempotency key was used before, with other content.</summary>
    KeyTakenWithOtherContent,

    /// <summary>The order's state does not allow it.</summary>
    NotPossibleInThisState,

    /// <summary>The order comes from the marketplace's history; nothing is done with it any more.</summary>
    OrderIsHistory,

    /// <summary>Refunds together would exceed what was received.</summary>
    RefundExceedsReceived,

    /// <summary>Nothing was received that could be refunded.</summary>
    NothingReceived,

    /// <summary>The shipment is not there yet.</summary>
    NotShippedYet,

    /// <summary>It was recorded before, with other content.</summary>
    RecordedOtherwise,

    /// <summary>No question to the marketplace is open.</summary>
    NoInformationRequested,

    /// <summary>Somebody else was faster; the case is decided.</summary>
    AlreadyDecided,

    /// <summary>Somebody else has the case in hand.</summary>
    ClaimedByAnother,

    /// <summary>The case was handed to a lead; only a lead decides it.</summary>
    LeadNeeded,

    /// <summary>The marketplace was asked already and has not answered yet.</summary>
    QuestionOpen,

    /// <summary>A note or a reason is needed.</summary>
    NoteNeeded,

    /// <summary>Amounts from the configured one on need a second, different person.</summary>
    SecondPersonNeeded,

    /// <summary>The money case is settled already.</summary>
    AlreadySettled,

    /// <summary>Somebody else changed the case while one looked at it.</summary>
    CaseChanged,

    /// <summary>The money case has no such choice now.</summary>
    ChoiceNotPossible,

    /// <summary>The file is no PDF, JPEG or PNG, or too large.</summary>
    FileNotAccepted,

    /// <summary>The delivery was turned away at the door: it was never verified, so it is never applied.</summary>
    DeliveryNotVerified,

    /// <summary>The delivery waits and is processed without anybody's help.</summary>
    DeliveryStillWaits,

    /// <summary>Processing the delivery again would change nothing.</summary>
    ReplayChangesNothing,

    /// <summary>Processing the delivery failed again; nothing was changed.</summary>
    ReplayFailed,

    /// <summary>The difference is done with; it must be opened again first.</summary>
    DifferenceDone,

    /// <summary>The difference is open already.</summary>
    DifferenceOpen,

    /// <summary>Somebody else changed the difference while one looked at it.</summary>
    DifferenceChanged,

    /// <summary>The difference names no payment that PagoEfectivo could be asked about.</summary>
    NothingToAskAbout,

    /// <summary>PagoEfectivo did not say how the payment stands.</summary>
    NoAnswer,

    /// <summary>The day is closed; it must be opened again first.</summary>
    DayClosed,

    /// <summary>The day is not closed.</summary>
    DayNotClosed,

    /// <summary>No whole report of the day was matched, or a newer one was not yet.</summary>
    DayNotMatched,

    /// <summary>Somebody wants to write the difference off, and another person has not said anything to it yet.</summary>
    WriteOffAsked,

    /// <summary>The business day is still going on: more money may come.</summary>
    DayNotOver,

    /// <summary>The day has changed while one looked at it.</summary>
    DayChanged,

    /// <summary>Differences of the day are open.</summary>
    DifferencesOpen,

    /// <summary>No whole report of the day has come.</summary>
    NoWholeReport,

    /// <summary>Another run of the same day has begun since; it goes on.</summary>
    RunOvertaken,

    /// <summary>The same bank credit is there already, struck out or not.</summary>
    CreditAlreadyThere,

    /// <summary>The workbook cannot be read.</summary>
    SheetNotReadable,

    /// <summary>The day is being worked on already.</summary>
    DayBusy,

    /// <summary>Somebody else changed the draft while one looked at it.</summary>
    DraftChanged,

    /// <summary>The draft's state does not allow it: it waits, is scheduled, was published or given up.</summary>
    DraftNotOpen,

    /// <summary>Another version has come into force since the draft was begun; it must be taken over first.</summary>
    DraftOutdated,

    /// <summary>The draft and the version in force changed the same thing differently; people must decide.</summary>
    DraftConflicts,

    /// <summary>There is nothing that would change.</summary>
    NothingChanged,

    /// <summary>Another draft judges live orders in shadow already.</summary>
    ShadowRunning,

    /// <summary>Somebody with this e-mail or name is there already.</summary>
    PersonTaken,

    /// <summary>Without this admin nobody could manage access any more.</summary>
    LastAdmin,

    /// <summary>Nobody does this to his own account.</summary>
    NotOneself,

    /// <summary>The same secret is known already.</summary>
    SecretKnown,

    /// <summary>Without this secret nothing could be signed or checked any more.</summary>
    LastSecret,

    /// <summary>What is due has changed since it was shown; it must be looked at again first.</summary>
    PlanChanged,

    /// <summary>It is under a legal hold already.</summary>
    HeldAlready,
}
