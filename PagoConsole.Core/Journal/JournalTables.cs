using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PagoConsole.Core.Journal;

internal sealed class JournalTable : IEntityTypeConfiguration<JournalEntry>
{
    /// <summary>Exactly as a query must say it to be served by the indexes.</summary>
    private const string OfPeople = "actor LIKE 'person:%'";

    public void Configure(EntityTypeBuilder<JournalEntry> builder)
    {
        builder.ToTable("journal").HasKey(e => e.Seq);
        builder.Property(e => e.Seq).ValueGeneratedOnAdd();
        builder.Property(e => e.Data).HasColumnType("text");
        builder.HasIndex(e => new { e.Stream, e.Position }).IsUnique();
        builder.HasIndex(e => new { e.Kind, e.Seq });

        // What people do is a thousandth of the journal and is asked for by itself; programs' entries pay nothing for it.
        builder.HasIndex(e => e.Seq, "ix_journal_of_people").HasFilter(OfPeople);
        builder.HasIndex(e => new { e.Actor, e.Seq }, "ix_journal_by_person").HasFilter(OfPeople);
    }
}

internal sealed class JournalStreamTable : IEntityTypeConfiguration<JournalStream>
{
    public void Configure(EntityTypeBuilder<JournalStream> builder) => builder.ToTable("journal_streams").HasKey(s => s.Stream);
}

internal sealed class JournalPrivateTable : IEntityTypeConfiguration<JournalPrivate>
{
    public void Configure(EntityTypeBuilder<JournalPrivate> builder) => builder.ToTable("journal_private").HasKey(p => new { p.Stream, p.Position });
}
