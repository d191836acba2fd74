using System.Text;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Hosting.MarketplaceApi;

/// <summary>Refusals as the API words them: its prose is English.</summary>
internal static class ProblemWords
{
    public static string TitleOf(RefusalCode code) => code switch
    {
        RefusalCode.NotAllowed => "The caller may not do this",
        RefusalCode.Invalid => "The request is not valid",
        RefusalCode.UnknownOrder => "There is no such order",
        RefusalCode.NotFound => "There is no such record",
        RefusalCode.OrderTakenWithOtherContent => "The order id is taken by an order with other content",
        RefusalCode.KeyTakenWithOtherContent => "The Idempotency-Key was used with other content",
        RefusalCode.NotPossibleInThisState => "The order's state does not allow this",
        RefusalCode.OrderIsHistory => "The order is imported history; nothing is done with it any more",
        RefusalCode.RefundExceedsReceived => "Refunds would exceed what was received",
        RefusalCode.NothingReceived => "No money was received that could be refunded",
        RefusalCode.NotShippedYet => "The order has not been shipped",
        RefusalCode.RecordedOtherwise => "It was recorded before with other content",
        RefusalCode.NoInformationRequested => "No information was asked for",
        RefusalCode.AlreadyDecided => "The case is decided already",
        RefusalCode.ClaimedByAnother => "Somebody else has the case in hand",
        RefusalCode.LeadNeeded => "Only a lead decides this case",
        RefusalCode.QuestionOpen => "The marketplace was asked already",
        RefusalCode.NoteNeeded => "A note is needed",
        RefusalCode.SecondPersonNeeded => "A second person must approve",
        RefusalCode.AlreadySettled => "The money case is settled already",
        RefusalCode.CaseChanged => "The case was changed meanwhile",
        RefusalCode.ChoiceNotPossible => "The money case has no such choice",
        RefusalCode.FileNotAccepted => "The file is not accepted",
        RefusalCode.DeliveryNotVerified => "The delivery was never verified",
        RefusalCode.DeliveryStillWaits => "The delivery waits to be processed",
        RefusalCode.ReplayChangesNothing => "Processing the delivery again changes nothing",
        RefusalCode.ReplayFailed => "Processing the delivery failed again",
        RefusalCode.DifferenceDone => "The difference is done with",
        RefusalCode.DifferenceOpen => "The difference is open",
        RefusalCode.DifferenceChanged => "The difference has changed",
        RefusalCode.NothingToAskAbout => "There is no payment to ask about",
        RefusalCode.NoAnswer => "PagoEfectivo did not answer",
        RefusalCode.DayClosed => "The day is closed",
        RefusalCode.DayNotClosed => "The day is not closed",
        RefusalCode.DayNotMatched => "The day is not matched",
        RefusalCode.WriteOffAsked => "A write-off waits for a second person",
        RefusalCode.DayNotOver => "The day is not over",
        RefusalCode.DayChanged => "The day has changed",
        RefusalCode.DifferencesOpen => "Differences of the day are open",
        RefusalCode.NoWholeReport => "No whole report of the day has come",
        RefusalCode.RunOvertaken => "Another run of the day has begun",
        RefusalCode.CreditAlreadyThere => "The bank credit is there already",
        RefusalCode.SheetNotReadable => "The workbook cannot be read",
        RefusalCode.DayBusy => "The day is being worked on already",
        RefusalCode.DraftChanged => "The draft has changed",
        RefusalCode.DraftNotOpen => "The draft cannot be changed now",
        RefusalCode.DraftOutdated => "Other rules are in force by now",
        RefusalCode.DraftConflicts => "The draft conflicts with the rules in force",
        RefusalCode.NothingChanged => "There is nothing to change",
        RefusalCode.ShadowRunning => "Another draft is in shadow",
        RefusalCode.PersonTaken => "Somebody of this e-mail or name is there",
        RefusalCode.LastAdmin => "Nobody else could manage access",
        RefusalCode.NotOneself => "Nobody does this to his own account",
        RefusalCode.SecretKnown => "The secret is known already",
        RefusalCode.LastSecret => "It is the last secret of its kind",
        RefusalCode.PlanChanged => "What is due has changed since it was shown",
        RefusalCode.HeldAlready => "It is under a legal hold already",
    };

    /// <summary>The last part of the problem's type: <c>OrderTakenWithOtherContent</c> becomes <c>order-taken-with-other-content</c>.</summary>
    public static string KindOf(RefusalCode code)
    {
        var kind = new StringBuilder();
        foreach (var c in code.ToString())
        {
            if (char.IsUpper(c) && kind.Length > 0) kind.Append('-');
            kind.Append(char.ToLowerInvariant(c));
        }

        return kind.ToString();
    }
}
