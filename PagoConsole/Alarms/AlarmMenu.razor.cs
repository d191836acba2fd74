using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Callbacks;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Payments.Cases;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.MoneyDesk;
using PagoConsole.Orders;
using PagoConsole.Reconciliation.Differences;
using PagoConsole.Shared;

namespace PagoConsole.Alarms;

/// <summary>The open alarms that concern this person, in the top bar.</summary>
public sealed partial class AlarmMenu
{
    private IReadOnlyList<Alarm> alarms = [];
    private bool open;
    private bool mayAcknowledge;

    [Inject]
    internal IStringLocalizer<AlarmsText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal AlarmList List { get; set; } = default!;

    [Inject]
    internal AcknowledgeAlarm Acknowledge { get; set; } = default!;

    [Inject]
    internal ISnackbar Snackbar { get; set; } = default!;

    private bool Critical => alarms.Any(alarm => alarm.Severity == AlarmSeverity.Critical);

    protected override bool Concerns(JournalEntry entry) => entry.Kind.StartsWith("alarm.", StringComparison.Ordinal);

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        mayAcknowledge = viewer.May(Permission.AcknowledgeAlarms);
        alarms = await List.ReadAsync(viewer, ct);
        return null;
    }

    /// <summary>Where one can look at what it is about; null where no page shows it.</summary>
    internal static string? HrefOf(Alarm alarm) => alarm.Kind switch
    {
        AlarmKind.MoneyCase or AlarmKind.UnaskedRefund or AlarmKind.RefundUnknown => alarm.Details is [var caseId]
            ? ConsoleUrls.MoneyCase(caseId)
            : ConsoleUrls.Money(new DeskFilter().For(alarm.Subject)), // raised before alarms named their case
        AlarmKind.PaymentAnswerDiffers or AlarmKind.OrderHasAnotherPayment => ConsoleUrls.Order(alarm.Subject),
        AlarmKind.LateMoney => ConsoleUrls.Money(new DeskFilter { Kind = MoneyCaseKind.Late }),
        AlarmKind.MoneyCaseOld => ConsoleUrls.Money(new DeskFilter { Age = MoneyAge.Days3 }),
        AlarmKind.ReceiptParked or AlarmKind.UnknownPayment or AlarmKind.EventConflict => ConsoleUrls.Events(),
        AlarmKind.MoneyOfNoOrder or AlarmKind.RiskInReport or AlarmKind.ClosedDayChanged or AlarmKind.ReportMissing => DayOf(alarm),
        AlarmKind.CallbackParked => ConsoleUrls.Callbacks(new CallbacksFilter { State = OutboxState.Parked }),
        AlarmKind.RulesHeld => ConsoleUrls.RuleDraft(alarm.Subject),
        AlarmKind.WebhooksMissing => ConsoleUrls.Gateway(),
        AlarmKind.RuleRateLeftBand => ConsoleUrls.RuleWatch(int.TryParse(alarm.Subject, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null),
        AlarmKind.EvidenceBroken => ConsoleUrls.Seals(),
        AlarmKind.RetentionDue => ConsoleUrls.Retention(),
        AlarmKind.MarketplaceDown => ConsoleUrls.Callbacks(),
        AlarmKind.GatewaySignatureRefused or AlarmKind.GatewayAddressRefused or AlarmKind.GatewaySunset or AlarmKind.GatewayDeprecation => ConsoleUrls.Connection(),
    };

    private static string? DayOf(Alarm alarm) => !DateOnly.TryParseExact(alarm.Subject, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? null : alarm.Kind switch
    {
        AlarmKind.MoneyOfNoOrder => ConsoleUrls.Day(day, new DifferencesFilter { Kind = DifferenceKind.MissingLocally }),
        AlarmKind.RiskInReport => null, // analysts do not see reconciliation; the orders themselves say it
        _ => ConsoleUrls.Day(day),
    };

    private void Toggle() => open = !open;

    private async Task AcknowledgeAsync(Alarm alarm)
    {
        var result = await Acknowledge.RunAsync(alarm.AlarmId, await CurrentActor.GetAsync(), Ended);
        if (result.Refusal is { } refusal) Snackbar.Add(Words.Of(refusal), Severity.Error);
        await ReloadAsync();
    }
}
