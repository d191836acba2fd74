using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Alarms;

/// <summary>What an alarm is about. The host has a title and what to do for each, in three languages.</summary>
public enum AlarmKind
{
    /// <summary>PagoEfectivo does not accept our signature (4001).</summary>
    GatewaySignatureRefused,

    /// <summary>PagoEfectivo does not accept our network address (4003).</summary>
    GatewayAddressRefused,

    /// <summary>PagoEfectivo answered a create with another order, amount or currency than it was asked for.</summary>
    PaymentAnswerDiffers,

    /// <summary>A delivery could not be processed five times and was put aside.</summary>
    ReceiptParked,

    /// <summary>Nobody knows whether a refund was carried out; it is never sent twice.</summary>
    RefundUnknown,

    /// <summary>A message to the marketplace could not be delivered and was put aside.</summary>
    CallbackParked,

    /// <summary>A verified delivery names a payment that is not ours.</summary>
    UnknownPayment,

    /// <summary>An event id came again with another body.</summary>
    EventConflict,

    /// <summary>Money went back that we did not ask for.</summary>
    UnaskedRefund,

    /// <summary>Money came that does not simply settle its order.</summary>
    MoneyCase,

    /// <summary>Money came for orders that had ended; one alarm for all of a business day.</summary>
    LateMoney,

    /// <summary>PagoEfectivo already has another payment for an order (4009), which a buyer could pay; ours was not made.</summary>
    OrderHasAnotherPayment,

    /// <summary>Money cases have been waiting for days; one alarm for all that crossed the line on a business day.</summary>
    MoneyCaseOld,

    /// <summary>Many payments have to be found by asking, because their webhooks do not come; details are how many, and of how many.</summary>
    WebhooksMissing,

    /// <summary>The marketplace takes no callbacks and is left alone; details are how many messages wait and the last answer.</summary>
    MarketplaceDown,

    /// <summary>The report of a day names money of no order here; one alarm for all of that day.</summary>
    MoneyOfNoOrder,

    /// <summary>The report of a day shows orders that analysts must know of: paid though rejected, paid twice, a seller that nobody knows.</summary>
    RiskInReport,

    /// <summary>PagoEfectivo says that it will switch an endpoint off; details are the day and a link.</summary>
    GatewaySunset,

    /// <summary>PagoEfectivo says that an endpoint should no longer be used; details are the day and a link.</summary>
    GatewayDeprecation,

    /// <summary>A business day that finance had closed has changed and is open again; its subject is the day.</summary>
    ClosedDayChanged,

    /// <summary>PagoEfectivo's report of a business day does not come whole; its subject is the day, details are what was wrong last.</summary>
    ReportMissing,

    /// <summary>A draft of the rules was to be published at a set time and was not; its subject is the draft, details its title.</summary>
    RulesHeld,

    /// <summary>Since a version of the rules was published, orders fare otherwise than the days before let expect; its subject is the version, details are rate and band of approved, held and rejected.</summary>
    RuleRateLeftBand,

    /// <summary>Journal or seals do not hold: something was changed, removed or put in by hand; details are how many faults and the first.</summary>
    EvidenceBroken,

    /// <summary>Personal data is kept longer than its term; details are how many orders and how many other records.</summary>
    RetentionDue,
}

/// <summary>How bad it is.</summary>
public enum AlarmSeverity
{
    /// <summary>Somebody should look at it today.</summary>
    Warning,

    /// <summary>Somebody should look at it now.</summary>
    Critical,
}

/// <summary>Something that a person must look at.</summary>
public sealed class Alarm
{
    /// <summary>Its id.</summary>
    public required string AlarmId { get; init; }

    /// <summary>What it is about.</summary>
    public required AlarmKind Kind { get; init; }

    /// <summary>How bad it is.</summary>
    public required AlarmSeverity Severity { get; init; }

    /// <summary>Whom it is for: those with this permission.</summary>
    public required Permission Audience { get; init; }

    /// <summary>Which order, receipt or call it is about; the same kind and subject is one alarm while it is open.</summary>
    public required string Subject { get; init; }

    /// <summary>Figures for its words, in their order; none for most kinds.</summary>
    public IReadOnlyList<string> Details => DetailsJson is null ? [] : JsonSerializer.Deserialize<string[]>(DetailsJson) ?? [];

    /// <summary><see cref="Details"/> as a JSON array.</summary>
    public string? DetailsJson { get; init; }

    /// <summary>Kind and subject while open, null afterwards: unique.</summary>
    public string? OpenKey { get; init; }

    /// <summary>When it was first raised.</summary>
    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>When it was last raised again.</summary>
    public required DateTimeOffset LastAt { get; init; }

    /// <summary>How often it was raised.</summary>
    public required int Times { get; init; }

    /// <summary>Who took note of it.</summary>
    public string? AcknowledgedBy { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? AcknowledgedAt { get; init; }
}

internal sealed class AlarmTable : IEntityTypeConfiguration<Alarm>
{
    public void Configure(EntityTypeBuilder<Alarm> builder)
    {
        builder.ToTable("alarms").HasKey(a => a.AlarmId);
        builder.Ignore(a => a.Details);
        builder.Property(a => a.DetailsJson).HasMaxLength(1000);
        builder.HasIndex(a => a.OpenKey).IsUnique();
        builder.HasIndex(a => new { a.AcknowledgedAt, a.RaisedAt });
    }
}
