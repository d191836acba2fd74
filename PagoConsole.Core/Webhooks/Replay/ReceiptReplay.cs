using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PagoConsole.Core.Orders;

namespace PagoConsole.Core.Webhooks.Replay;

/// <summary>That a person had a receipt processed again. The receipt stays as it was; together they are the trail of its verdicts.</summary>
public sealed class ReceiptReplay
{
    /// <summary>Its id.</summary>
    public required string ReplayId { get; init; }

    /// <summary>The receipt.</summary>
    public required long ReceiptId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who.</summary>
    public required string By { get; init; }

    /// <summary>Why.</summary>
    public required string Note { get; init; }

    /// <summary>What had become of the receipt before.</summary>
    public required DeliveryVerdict Before { get; init; }

    /// <summary>What became of it now.</summary>
    public required DeliveryVerdict Verdict { get; init; }

    /// <summary>The order, if it concerns one.</summary>
    public string? OrderId { get; init; }

    /// <summary>Where the order stood before.</summary>
    public OrderStatus? MovedFrom { get; init; }

    /// <summary>Where it stands since.</summary>
    public OrderStatus? MovedTo { get; init; }
}

internal sealed class ReceiptReplayTable : IEntityTypeConfiguration<ReceiptReplay>
{
    public void Configure(EntityTypeBuilder<ReceiptReplay> builder)
    {
        builder.ToTable("receipt_replays").HasKey(r => r.ReplayId);
        builder.Property(r => r.ReplayId).HasMaxLength(40);
        builder.Property(r => r.Note).HasMaxLength(ReplayReceipt.LongestNote);
        builder.HasIndex(r => new { r.ReceiptId, r.ReplayId });
    }
}
