using PagoConsole.Core.Foundation;

namespace PagoConsole.Hosting;

/// <summary>The one table from refusals to HTTP statuses.</summary>
internal static class RefusalStatus
{
    public static int Of(RefusalCode code) => code switch
    {
        RefusalCode.Invalid or RefusalCode.FileNotAccepted or RefusalCode.SheetNotReadable => StatusCodes.Status400BadRequest,
        RefusalCode.NotAllowed => StatusCodes.Status403Forbidden,
        RefusalCode.UnknownOrder or RefusalCode.NotFound => StatusCodes.Status404NotFound,
        RefusalCode.OrderTakenWithOtherContent or RefusalCode.KeyTakenWithOtherContent or RefusalCode.NotPossibleInThisState
            or RefusalCode.OrderIsHistory
            or RefusalCode.RefundExceedsReceived or RefusalCode.NothingReceived or RefusalCode.NotShippedYet or RefusalCode.RecordedOtherwise
            or RefusalCode.NoInformationRequested or RefusalCode.AlreadyDecided or RefusalCode.ClaimedByAnother or RefusalCode.LeadNeeded or RefusalCode.QuestionOpen
            or RefusalCode.NoteNeeded or RefusalCode.SecondPersonNeeded
            or RefusalCode.AlreadySettled or RefusalCode.CaseChanged or RefusalCode.ChoiceNotPossible
            or RefusalCode.DeliveryNotVerified or RefusalCode.DeliveryStillWaits
            or RefusalCode.DifferenceDone or RefusalCode.DifferenceOpen or RefusalCode.DifferenceChanged or RefusalCode.NothingToAskAbout or RefusalCode.NoAnswer
            or RefusalCode.DayBusy or RefusalCode.DayClosed or RefusalCode.DayNotClosed or RefusalCode.DayNotMatched or RefusalCode.DayNotOver or RefusalCode.WriteOffAsked or RefusalCode.DayChanged or RefusalCode.DifferencesOpen
            or RefusalCode.NoWholeReport or RefusalCode.RunOvertaken
            or RefusalCode.ReplayChangesNothing or RefusalCode.ReplayFailed or RefusalCode.CreditAlreadyThere
            or RefusalCode.DraftChanged or RefusalCode.DraftNotOpen or RefusalCode.DraftOutdated or RefusalCode.DraftConflicts or RefusalCode.NothingChanged
            or RefusalCode.ShadowRunning
            or RefusalCode.PersonTaken or RefusalCode.LastAdmin or RefusalCode.NotOneself or RefusalCode.SecretKnown or RefusalCode.LastSecret
            or RefusalCode.PlanChanged or RefusalCode.HeldAlready => StatusCodes.Status409Conflict,
    };
}
