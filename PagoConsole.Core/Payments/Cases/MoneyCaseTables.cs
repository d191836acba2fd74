using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PagoConsole.Core.Payments.Cases;

internal sealed class MoneyCaseTable : IEntityTypeConfiguration<MoneyCase>
{
    public void Configure(EntityTypeBuilder<MoneyCase> builder)
    {
        builder.ToTable("money_cases").HasKey(c => c.CaseId);
        builder.Ignore(c => c.Amount);
        builder.Ignore(c => c.Told);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => new { c.PaymentId, c.TransactionId, c.Kind }).IsUnique();
        builder.HasIndex(c => c.OrderId);
        builder.HasIndex(c => new { c.State, c.OpenedAt, c.CaseId });
        builder.HasIndex(c => new { c.OpenedAt, c.CaseId });
    }
}

internal sealed class PayeeTable : IEntityTypeConfiguration<PayeeRow>
{
    public void Configure(EntityTypeBuilder<PayeeRow> builder)
    {
        builder.ToTable("money_payees").HasKey(p => p.CaseId);
        builder.HasOne<MoneyCase>().WithOne().HasForeignKey<PayeeRow>(p => p.CaseId);
    }
}

internal sealed class ProofTable : IEntityTypeConfiguration<ProofRow>
{
    public void Configure(EntityTypeBuilder<ProofRow> builder)
    {
        builder.ToTable("money_proofs").HasKey(p => p.ProofId);
        builder.HasIndex(p => new { p.CaseId, p.UploadedAt });
        builder.HasOne<MoneyCase>().WithMany().HasForeignKey(p => p.CaseId);
    }
}
