using System.Text.Json;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Alarms;

/// <summary>Raises alarms from inside a transaction.</summary>
internal static class RaiseAlarm
{
    /// <summary>Raises one; while one of the same kind and subject is open, that one counts up instead.</summary>
    public static async Task AlarmAsync(
        this WriteScope tx, AlarmKind kind, string subject, Actor by, CancellationToken ct, string? orderId = null, string[]? details = null)
    {
        var now = tx.Now.ToUnixTimeMilliseconds();
        var times = await tx.Db.ScalarAsync(
            "INSERT INTO alarms (alarm_id, kind, severity, audience, subject, open_key, raised_at, last_at, times, details_json) "
            + "VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p6, 1, @p7) ON CONFLICT (open_key) DO UPDATE "
            + "SET times = alarms.times + 1, last_at = excluded.last_at, details_json = excluded.details_json RETURNING times",
            [
                Ids.New("alm", tx.Now), kind.ToString(), Severity(kind).ToString(), Audience(kind).ToString(), subject, OpenKey(kind, subject), now,
                details is null ? null : JsonSerializer.Serialize(details),
            ],
            ct);
        if (Convert.ToInt32(times, null) == 1)
            tx.Journal($"alarms/{Lima.DayOf(tx.Now):yyyy-MM-dd}", "alarm.raised", by, new { kind, subject }, orderId);
    }

    /// <summary>Takes one off the list that has settled itself, as if somebody had taken note of it. Without an open one nothing happens.</summary>
    public static async Task ClearAlarmAsync(this WriteScope tx, AlarmKind kind, string subject, Actor by, CancellationToken ct)
    {
        var cleared = await tx.Db.ExecuteAsync(
            "UPDATE alarms SET open_key = NULL, acknowledged_by = @p1, acknowledged_at = @p2 WHERE open_key = @p0",
            [OpenKey(kind, subject), by.Signature, tx.Now.ToUnixTimeMilliseconds()],
            ct);
        if (cleared > 0) tx.Journal($"alarms/{Lima.DayOf(tx.Now):yyyy-MM-dd}", "alarm.cleared", by, new { kind, subject });
    }

    private static string OpenKey(AlarmKind kind, string subject) => $"{kind}/{subject}";

    private static AlarmSeverity Severity(AlarmKind kind) => kind switch
    {
        AlarmKind.GatewaySignatureRefused or AlarmKind.GatewayAddressRefused or AlarmKind.ReceiptParked or AlarmKind.RefundUnknown
            or AlarmKind.EventConflict or AlarmKind.UnaskedRefund or AlarmKind.PaymentAnswerDiffers or AlarmKind.OrderHasAnotherPayment
            or AlarmKind.MoneyCaseOld or AlarmKind.MarketplaceDown or AlarmKind.ClosedDayChanged or AlarmKind.RulesHeld or AlarmKind.RuleRateLeftBand or AlarmKind.EvidenceBroken => AlarmSeverity.Critical,
        AlarmKind.CallbackParked or AlarmKind.UnknownPayment or AlarmKind.MoneyCase or AlarmKind.LateMoney
            or AlarmKind.GatewaySunset or AlarmKind.GatewayDeprecation or AlarmKind.WebhooksMissing
            or AlarmKind.MoneyOfNoOrder or AlarmKind.RiskInReport or AlarmKind.ReportMissing or AlarmKind.RetentionDue => AlarmSeverity.Warning,
    };

    private static Permission Audience(AlarmKind kind) => kind switch
    {
        AlarmKind.GatewaySignatureRefused or AlarmKind.GatewayAddressRefused or AlarmKind.ReceiptParked or AlarmKind.CallbackParked
            or AlarmKind.EventConflict or AlarmKind.MarketplaceDown or AlarmKind.GatewaySunset or AlarmKind.GatewayDeprecation
            or AlarmKind.WebhooksMissing => Permission.ManageJobs,
        AlarmKind.RefundUnknown or AlarmKind.UnknownPayment or AlarmKind.UnaskedRefund or AlarmKind.MoneyCase
            or AlarmKind.LateMoney or AlarmKind.PaymentAnswerDiffers or AlarmKind.OrderHasAnotherPayment
            or AlarmKind.MoneyCaseOld or AlarmKind.MoneyOfNoOrder or AlarmKind.ClosedDayChanged or AlarmKind.ReportMissing => Permission.SeeMoney,
        AlarmKind.RiskInReport => Permission.SeeReviews,
        AlarmKind.RulesHeld or AlarmKind.RuleRateLeftBand => Permission.ChangeRules,
        AlarmKind.EvidenceBroken => Permission.SeeSeals,
        AlarmKind.RetentionDue => Permission.ManageRetention,
    };
}
