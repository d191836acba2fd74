using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PagoConsole.Core.Marketplace;

/// <summary>One try to deliver a message, and what the marketplace said to it.</summary>
public sealed class CallbackAttempt
{
    /// <summary>Grows.</summary>
    public long Id { get; init; }

    /// <summary>The delivery, by its row in the outbox.</summary>
    public required long OutboxId { get; init; }

    /// <summary>1, 2, 3 … for each delivery; twice the same if a claim ran out meanwhile.</summary>
    public required int Number { get; init; }

    /// <summary>When it was sent, in real time: <c>webhook-timestamp</c>.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How long the answer took, in milliseconds.</summary>
    public required int DurationMs { get; init; }

    /// <summary>The status of the answer; null if none came.</summary>
    public int? Status { get; init; }

    /// <summary>What went wrong if no answer came.</summary>
    public string? Fault { get; init; }

    /// <summary>How the answer's body begins.</summary>
    public string? Answer { get; init; }

    /// <summary><c>webhook-signature</c> as it was sent.</summary>
    public required string Signature { get; init; }
}

internal sealed class CallbackAttemptTable : IEntityTypeConfiguration<CallbackAttempt>
{
    public void Configure(EntityTypeBuilder<CallbackAttempt> builder)
    {
        builder.ToTable("callback_attempts").HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedOnAdd();
        builder.HasIndex(a => new { a.OutboxId, a.Id });
        builder.HasIndex(a => a.At);
    }
}
