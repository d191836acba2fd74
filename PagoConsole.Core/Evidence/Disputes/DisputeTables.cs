using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Payments.Cases;

namespace PagoConsole.Core.Evidence.Disputes;

/// <summary>A piece of proof that a person ticked, because the console does not have it itself.</summary>
public sealed class TickedProof
{
    /// <summary>Longest note.</summary>
    public const int LongestNote = 500;

    /// <summary>The dispute.</summary>
    public required string DisputeId { get; init; }

    /// <summary>The item.</summary>
    public required ProofItem Item { get; init; }

    /// <summary>What it is and where; may hold personal data.</summary>
    public required string Note { get; set; }

    /// <summary>Who ticked it.</summary>
    public required string TickedBy { get; set; }

    /// <summary>When.</summary>
    public required DateTimeOffset TickedAt { get; set; }
}

/// <summary>A file that belongs to a dispute: a letter, a photo, what was written with the buyer.</summary>
public sealed class DisputeFileRow : KeptFile
{
    /// <summary>Its id.</summary>
    public required string FileId { get; init; }

    /// <summary>The dispute.</summary>
    public required string DisputeId { get; init; }

    /// <summary>What it proves, if it was attached to an item.</summary>
    public ProofItem? Item { get; init; }
}

internal sealed class TickedProofTable : IEntityTypeConfiguration<TickedProof>
{
    public void Configure(EntityTypeBuilder<TickedProof> builder)
    {
        builder.ToTable("dispute_proofs").HasKey(p => new { p.DisputeId, p.Item });
        builder.Property(p => p.Note).HasMaxLength(TickedProof.LongestNote);
        builder.HasOne<Dispute>().WithMany().HasForeignKey(p => p.DisputeId);
    }
}

internal sealed class DisputeFileTable : IEntityTypeConfiguration<DisputeFileRow>
{
    public void Configure(EntityTypeBuilder<DisputeFileRow> builder)
    {
        builder.ToTable("dispute_files").HasKey(f => f.FileId);
        builder.HasIndex(f => new { f.DisputeId, f.UploadedAt });
        builder.HasOne<Dispute>().WithMany().HasForeignKey(f => f.DisputeId);
    }
}
