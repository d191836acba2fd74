using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PagoConsole.Core.Intake;

/// <summary>A key that the marketplace used to place an order.</summary>
internal sealed class IdempotencyKey
{
    public required string Key { get; init; }

    public required string OrderId { get; init; }

    public required byte[] ContentHash { get; init; }

    public required DateTimeOffset UsedAt { get; init; }
}

internal sealed class IdempotencyKeyTable : IEntityTypeConfiguration<IdempotencyKey>
{
    public void Configure(EntityTypeBuilder<IdempotencyKey> builder)
    {
        builder.ToTable("idempotency_keys").HasKey(k => k.Key);
        builder.Property(k => k.Key).HasMaxLength(128);
    }
}
