using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Outbox;

/// <summary>How far a message has come.</summary>
public enum OutboxState
{
    /// <summary>To be sent, or sent again.</summary>
    Waiting,

    /// <summary>Taken with a 2xx.</summary>
    Delivered,

    /// <summary>Given up: 410, or three days without success. A person can have it sent again, which is another delivery.</summary>
    Parked,
}

/// <summary>
/// One delivery of a message to the marketplace, written in the transaction that changed the order; its body never changes. Sent again by a
/// person it is another row of the same message, and the first one stays as it ended.
/// </summary>
public sealed class OutboxMessage
{
    /// <summary>The bell of the pump that sends them.</summary>
    public const string Bell = "callbacks";

    /// <summary>A <see cref="NextAttemptAt"/> that has come by any clock.</summary>
    public static readonly DateTimeOffset AtOnce = DateTimeOffset.UnixEpoch;

    /// <summary>Grows; the order of sending within an order is <see cref="Sequence"/>.</summary>
    public long Id { get; init; }

    /// <summary><c>webhook-id</c>; the same at every try, and when it is sent again.</summary>
    public required string MessageId { get; init; }

    /// <summary>1 for the delivery that the change of the order made; 2, 3 … for those that a person asked for.</summary>
    public int Delivery { get; init; } = 1;

    /// <summary>The order it is about.</summary>
    public required string OrderId { get; init; }

    /// <summary>1, 2, 3 … for each order.</summary>
    public required int Sequence { get; init; }

    /// <summary>What it says.</summary>
    public required CallbackType Type { get; init; }

    /// <summary>The exact body.</summary>
    public required string Body { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>How far it has come.</summary>
    public OutboxState State { get; set; }

    /// <summary>How often it was sent.</summary>
    public int Attempts { get; set; }

    /// <summary>When it is sent next, in real time.</summary>
    public required DateTimeOffset NextAttemptAt { get; set; }

    /// <summary>Who is sending it just now; a result counts only with the same token.</summary>
    public string? LeaseToken { get; set; }

    /// <summary>Until when; afterwards it is free again.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>The last answer: a status, or what went wrong.</summary>
    public string? LastAnswer { get; set; }

    /// <summary>When it was delivered or parked.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}

internal sealed class OutboxTable : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("outbox").HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedOnAdd();
        builder.Property(m => m.Body).HasColumnType("text");
        builder.HasIndex(m => new { m.MessageId, m.Delivery }).IsUnique();
        builder.HasIndex(m => new { m.OrderId, m.Sequence, m.Delivery }).IsUnique();
        builder.HasIndex(m => new { m.State, m.NextAttemptAt });
        builder.HasIndex(m => new { m.State, m.Id });
        builder.HasIndex(m => new { m.Type, m.Id });
    }
}
