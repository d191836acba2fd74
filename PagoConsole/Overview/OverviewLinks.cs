using PagoConsole.Alarms;
using PagoConsole.Callbacks;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Overview.Needs;
using PagoConsole.Core.Review.Queue;
using PagoConsole.ReviewQueue.Queue;
using PagoConsole.Shared;

namespace PagoConsole.Overview;

/// <summary>Where each thing that needs someone is worked on.</summary>
internal static class OverviewLinks
{
    /// <summary>Where money cases are.</summary>
    public static string MoneyCases => ConsoleUrls.Money();

    /// <summary>The filtered page; null for an alarm that no page shows more of.</summary>
    public static string? Of(Need need) => need.Kind switch
    {
        NeedKind.CasesEnding => ConsoleUrls.Reviews(new ReviewsFilter { Cases = new QueueFilter { Ending = true } }),
        NeedKind.Cases => ConsoleUrls.Reviews(),
        NeedKind.Alarm => AlarmMenu.HrefOf(need.Alarm!),
        NeedKind.RefundsUnknown => need.MoneyCaseId is { } caseId ? ConsoleUrls.MoneyCase(caseId) : ConsoleUrls.Order(need.OrderId!),
        NeedKind.CommandsStuck => ConsoleUrls.Gateway(),
        NeedKind.CallbacksParked => ConsoleUrls.Callbacks(new CallbacksFilter { State = OutboxState.Parked }),
        NeedKind.MoneyCases => MoneyCases,
        NeedKind.Differences => ConsoleUrls.Differences(),
        NeedKind.JobFailing or NeedKind.JobPaused => ConsoleUrls.Jobs(),
    };

    /// <summary>The one to begin with, where the page of all is another.</summary>
    public static string? FirstOf(Need need) => need.OrderId is not { } orderId ? null : need.Kind switch
    {
        NeedKind.CasesEnding or NeedKind.Cases => ConsoleUrls.Review(orderId),
        NeedKind.CommandsStuck => ConsoleUrls.Order(orderId),
        NeedKind.MoneyCases => need.MoneyCaseId is { } caseId ? ConsoleUrls.MoneyCase(caseId) : ConsoleUrls.Order(orderId),
        NeedKind.Alarm or NeedKind.RefundsUnknown or NeedKind.CallbacksParked or NeedKind.Differences or NeedKind.JobFailing or NeedKind.JobPaused => null,
    };
}
