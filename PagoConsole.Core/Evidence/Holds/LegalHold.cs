using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PagoConsole.Core.Evidence.Holds;

/// <summary>What a legal hold is on.</summary>
public enum HeldKind
{
    /// <summary>One order.</summary>
    Order,

    /// <summary>Every order and login of an account at the marketplace.</summary>
    Account,

    /// <summary>Every order that names a person's document.</summary>
    Document,
}

/// <summary>That nothing of an order, an account or a document may be erased, whatever its term, until somebody lifts it.</summary>
public sealed class LegalHold
{
    /// <summary>Longest reason.</summary>
    public const int LongestReason = 1000;

    /// <summary>Its id.</summary>
    public required string HoldId { get; init; }

    /// <summary>What it is on.</summary>
    public required HeldKind Kind { get; init; }

    /// <summary>The order's or account's id; of a document its hash in small hexadecimal: the number itself is not kept.</summary>
    public required string Value { get; init; }

    /// <summary>How people recognise it: the id, or the document masked.</summary>
    public required string Shown { get; init; }

    /// <summary>The hash that orders are found by; null for an order.</summary>
    public byte[]? ValueHash { get; init; }

    /// <summary>Why: the case, the authority, the file number.</summary>
    public required string Reason { get; init; }

    /// <summary>Who placed it.</summary>
    public required string PlacedBy { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset PlacedAt { get; init; }

    /// <summary>When it was lifted; null while it holds.</summary>
    public DateTimeOffset? LiftedAt { get; private set; }

    /// <summary>Who lifted it.</summary>
    public string? LiftedBy { get; private set; }

    /// <summary>Why.</summary>
    public string? LiftReason { get; private set; }

    /// <summary>What is unique while it holds: there is one hold on a thing at a time.</summary>
    public string? OpenKey { get; private set; }

    /// <summary>Lifts it.</summary>
    public void Lift(string by, string reason, DateTimeOffset now) => (LiftedAt, LiftedBy, LiftReason, OpenKey) = (now, by, reason, null);

    /// <summary>Begins to hold.</summary>
    internal LegalHold Begun()
    {
        OpenKey = KeyOf(Kind, Value);
        return this;
    }

    internal static string KeyOf(HeldKind kind, string value) => $"{kind}/{value}";
}

internal sealed class LegalHoldTable : IEntityTypeConfiguration<LegalHold>
{
    public void Configure(EntityTypeBuilder<LegalHold> builder)
    {
        builder.ToTable("legal_holds").HasKey(h => h.HoldId);
        builder.Property(h => h.HoldId).HasMaxLength(40);
        builder.Property(h => h.Value).HasMaxLength(128);
        builder.Property(h => h.Shown).HasMaxLength(128);
        builder.Property(h => h.Reason).HasMaxLength(LegalHold.LongestReason);
        builder.Property(h => h.LiftReason).HasMaxLength(LegalHold.LongestReason);
        builder.Property(h => h.OpenKey).HasMaxLength(200);
        builder.HasIndex(h => h.OpenKey).IsUnique();
        builder.HasIndex(h => new { h.Kind, h.Value });
        builder.HasIndex(h => h.PlacedAt);
    }
}
