using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PagoConsole.Core.Webhooks;

/// <summary>How far a receipt has come.</summary>
public enum ReceiptState
{
    /// <summary>To be processed, or processed again.</summary>
    Waiting,

    /// <summary>Had its effect, or has none.</summary>
    Processed,

    /// <summary>Put aside after five failures; somebody must look at it.</summary>
    Parked,
}

/// <summary>What became of a delivery.</summary>
public enum DeliveryVerdict
{
    /// <summary>Not processed yet.</summary>
    Waiting,

    /// <summary>It changed the order's state.</summary>
    Applied,

    /// <summary>It said nothing new.</summary>
    NoEffect,

    /// <summary>The same transaction again.</summary>
    PaidAgain,

    /// <summary>Money after the order was closed.</summary>
    PaidLate,

    /// <summary>Paid by another transaction too: a money case.</summary>
    PaidTwice,

    /// <summary>The amount differs from the order's: never paid by it; a money case.</summary>
    AmountDiffers,

    /// <summary>The currency differs from the order's: never paid by it; a money case.</summary>
    CurrencyDiffers,

    /// <summary>Money went back that we did not ask for.</summary>
    UnaskedRefund,

    /// <summary>A type that we do not know.</summary>
    UnknownType,

    /// <summary>A payment that is not ours.</summary>
    UnknownPayment,

    /// <summary>Verified, but not as the contract has it.</summary>
    Malformed,

    /// <summary>Failed five times and was put aside.</summary>
    Parked,

    /// <summary>Turned away: signature missing or wrong.</summary>
    BadSignature,

    /// <summary>Turned away: from outside the allowed networks.</summary>
    NetworkNotAllowed,

    /// <summary>Turned away: over 64 KiB.</summary>
    TooLarge,

    /// <summary>Turned away: too many refused deliveries from one address.</summary>
    Flood,
}

/// <summary>A verified delivery, kept with its raw body before it is answered.</summary>
public sealed class Receipt
{
    /// <summary>Grows in the order of arrival.</summary>
    public long Id { get; init; }

    /// <summary>PagoEfectivo's id of what happened, unique; null for a malformed delivery, which must not take an id.</summary>
    public string? EventId { get; init; }

    /// <summary>What happened.</summary>
    public string? Type { get; init; }

    /// <summary>The payment it names.</summary>
    public string? PaymentId { get; init; }

    /// <summary>The order it concerns, once known.</summary>
    public string? OrderId { get; set; }

    /// <summary>When it arrived.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The raw body.</summary>
    public required byte[] Body { get; init; }

    /// <summary>SHA-256 of the body: the same id with another body is flagged.</summary>
    public required byte[] BodyHash { get; init; }

    /// <summary>Its headers as a JSON object.</summary>
    public required string Headers { get; init; }

    /// <summary>Who sent it.</summary>
    public required string Sender { get; init; }

    /// <summary>How far it has come.</summary>
    public ReceiptState State { get; set; }

    /// <summary>What became of it.</summary>
    public DeliveryVerdict Verdict { get; set; }

    /// <summary>What was wrong with it, or what went wrong, in a few words.</summary>
    public string? Detail { get; set; }

    /// <summary>How often processing it failed.</summary>
    public int Failures { get; set; }

    /// <summary>When it is tried next, in real time; <see cref="AtOnce"/> until it has been put off.</summary>
    public required DateTimeOffset NextAt { get; set; }

    /// <summary>When it was processed or parked.</summary>
    public DateTimeOffset? ProcessedAt { get; set; }

    /// <summary>How often it came again.</summary>
    public int Duplicates { get; init; }

    /// <summary>How often it came again with another body.</summary>
    public int Conflicts { get; init; }

    /// <summary>Whether somebody must still be told of such a conflict.</summary>
    public bool ConflictUntold { get; set; }

    /// <summary>When one is tried that was never put off. Only those that were keep later ones of their payment waiting, and they are few.</summary>
    public static DateTimeOffset AtOnce { get; } = DateTimeOffset.UnixEpoch;
}

/// <summary>A sample of the deliveries that were turned away; the table is bounded.</summary>
public sealed class DoorRefusal
{
    /// <summary>Its id.</summary>
    public required string RefusalId { get; init; }

    /// <summary>When it came.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Why it was turned away.</summary>
    public required DeliveryVerdict Verdict { get; init; }

    /// <summary>Who sent it.</summary>
    public required string Sender { get; init; }

    /// <summary>Its headers as a JSON object.</summary>
    public required string Headers { get; init; }

    /// <summary>The first bytes of its body.</summary>
    public required byte[] Body { get; init; }
}

/// <summary>How many deliveries were turned away in a minute, by reason.</summary>
public sealed class DoorCount
{
    /// <summary>The minute.</summary>
    public required DateTimeOffset Minute { get; init; }

    /// <summary>The reason.</summary>
    public required DeliveryVerdict Verdict { get; init; }

    /// <summary>How many.</summary>
    public required int Count { get; init; }
}

internal sealed class ReceiptTable : IEntityTypeConfiguration<Receipt>
{
    public void Configure(EntityTypeBuilder<Receipt> builder)
    {
        builder.ToTable("receipts").HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedOnAdd();
        builder.HasIndex(r => r.EventId).IsUnique();
        builder.HasIndex(r => new { r.State, r.Id });
        builder.HasIndex(r => new { r.PaymentId, r.Id }).HasFilter("state = 'Waiting' AND next_at > 0"); // those that were put off
        builder.HasIndex(r => r.OrderId);
        builder.HasIndex(r => r.ConflictUntold).HasFilter("conflict_untold");
    }
}

internal sealed class DoorRefusalTable : IEntityTypeConfiguration<DoorRefusal>
{
    public void Configure(EntityTypeBuilder<DoorRefusal> builder) => builder.ToTable("door_refusals").HasKey(r => r.RefusalId);
}

internal sealed class DoorCountTable : IEntityTypeConfiguration<DoorCount>
{
    public void Configure(EntityTypeBuilder<DoorCount> builder) => builder.ToTable("door_counts").HasKey(c => new { c.Minute, c.Verdict });
}
