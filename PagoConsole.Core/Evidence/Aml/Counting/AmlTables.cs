using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Evidence.Aml.Counting;

/// <summary>One payment that was received, under the document of its buyer: what the register, the patterns and a case are made of.</summary>
public sealed class AmlOperation
{
    /// <summary>PagoEfectivo's payment and transaction.</summary>
    public required string OperationId { get; init; }

    /// <summary>The order.</summary>
    public required string OrderId { get; init; }

    /// <summary>The buyer's document, hashed; 16 zero bytes where the order names none.</summary>
    public required byte[] Document { get; init; }

    /// <summary>The month in Lima in which it was paid, as <see cref="AmlMonth.Number"/>.</summary>
    public required int Month { get; init; }

    /// <summary>When it was paid.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Its currency.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Hundredths of it.</summary>
    public required long AmountMinor { get; init; }

    /// <summary>Where it was paid.</summary>
    public string? Channel { get; init; }

    /// <summary>The money.</summary>
    public Money Amount => new(AmountMinor, Currency);
}

/// <summary>What one document paid in one month: kept up as money comes, so that the monitor counts nothing when somebody looks.</summary>
public sealed class AmlTotal
{
    /// <summary>The month.</summary>
    public required int Month { get; init; }

    /// <summary>The document, hashed.</summary>
    public required byte[] Document { get; init; }

    /// <summary>Orders for which money came.</summary>
    public required long Orders { get; init; }

    /// <summary>Payments received.</summary>
    public required long Payments { get; init; }

    /// <summary>Soles together, in céntimos.</summary>
    public required long PenMinor { get; init; }

    /// <summary>Dollars together, in cents.</summary>
    public required long UsdMinor { get; init; }

    /// <summary>Payments in another currency; they are in no sum.</summary>
    public required long Other { get; init; }
}

/// <summary>What a month comes to, kept up with the sums of its documents.</summary>
public sealed class AmlMonthTotal
{
    /// <summary>The month.</summary>
    public required int Month { get; init; }

    /// <summary>Documents that paid.</summary>
    public required long Documents { get; init; }

    /// <summary>Payments received.</summary>
    public required long Payments { get; init; }

    /// <summary>Soles together, in céntimos.</summary>
    public required long PenMinor { get; init; }

    /// <summary>Dollars together, in cents.</summary>
    public required long UsdMinor { get; init; }

    /// <summary>Payments of orders that name no document.</summary>
    public required long Unnamed { get; init; }
}

/// <summary>How far money has been counted.</summary>
public sealed class AmlCursor
{
    /// <summary>There is one.</summary>
    public required int Id { get; init; }

    /// <summary>Money that was seen up to then is counted, in Unix milliseconds.</summary>
    public required long SeenAt { get; init; }
}

internal sealed class AmlOperationTable : IEntityTypeConfiguration<AmlOperation>
{
    public void Configure(EntityTypeBuilder<AmlOperation> builder)
    {
        builder.ToTable("aml_operations").HasKey(o => o.OperationId);
        builder.Property(o => o.OperationId).HasMaxLength(260);
        builder.Property(o => o.OrderId).HasMaxLength(64);
        builder.Property(o => o.Document).HasMaxLength(16);
        builder.Ignore(o => o.Amount);
        builder.HasIndex(o => new { o.Document, o.At, o.OperationId });
        builder.HasIndex(o => new { o.Month, o.Currency, o.AmountMinor, o.OperationId });
    }
}

internal sealed class AmlTotalTable : IEntityTypeConfiguration<AmlTotal>
{
    public void Configure(EntityTypeBuilder<AmlTotal> builder)
    {
        builder.ToTable("aml_totals").HasKey(t => new { t.Month, t.Document });
        builder.Property(t => t.Document).HasMaxLength(16);
        builder.HasIndex(t => new { t.Document, t.Month });

        // A month is put in order along these: those with soles alone, those with dollars alone, and the few with both.
        builder.HasIndex(t => new { t.Month, t.UsdMinor, t.PenMinor, t.Document });
        builder.HasIndex(t => new { t.Month, t.PenMinor, t.UsdMinor, t.Document });
    }
}

internal sealed class AmlMonthTotalTable : IEntityTypeConfiguration<AmlMonthTotal>
{
    public void Configure(EntityTypeBuilder<AmlMonthTotal> builder)
    {
        builder.ToTable("aml_months").HasKey(m => m.Month);
        builder.Property(m => m.Month).ValueGeneratedNever();
    }
}

internal sealed class AmlCursorTable : IEntityTypeConfiguration<AmlCursor>
{
    public void Configure(EntityTypeBuilder<AmlCursor> builder)
    {
        builder.ToTable("aml_cursor").HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
    }
}
