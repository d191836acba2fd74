using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PagoConsole.Core.Reconciliation.Settlements;

internal sealed class SettlementLineTable : IEntityTypeConfiguration<SettlementLine>
{
    public void Configure(EntityTypeBuilder<SettlementLine> builder)
    {
        builder.ToTable("settlement_lines").HasKey(l => new { l.Day, l.SettlementDate, l.SellerId, l.Currency });
        builder.Property(l => l.SellerId).HasMaxLength(128);
        builder.HasIndex(l => new { l.SettlementDate, l.Currency });
    }
}

internal sealed class BankCreditTable : IEntityTypeConfiguration<BankCredit>
{
    public void Configure(EntityTypeBuilder<BankCredit> builder)
    {
        builder.ToTable("bank_credits").HasKey(c => c.CreditId);
        builder.HasIndex(c => new { c.Date, c.Currency, c.AmountMinor, c.Reference }).IsUnique();
    }
}
