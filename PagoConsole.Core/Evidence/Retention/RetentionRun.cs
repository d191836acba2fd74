using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PagoConsole.Core.Evidence.Retention;

/// <summary>How far a retention run has come.</summary>
public enum RetentionRunState
{
    /// <summary>It erases, or will go on erasing when a node takes it up again.</summary>
    Running,

    /// <summary>All that was due is erased.</summary>
    Done,
}

/// <summary>One run that erases personal data whose term is over. Its number stands wherever something was erased.</summary>
public sealed class RetentionRun
{
    /// <summary>1, 2, 3 …</summary>
    public required int Number { get; init; }

    /// <summary>When a person started it.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Who.</summary>
    public required string StartedBy { get; init; }

    /// <summary>What they wrote.</summary>
    public required string Note { get; init; }

    /// <summary>Per kind, before which instant what is erased last happened, as Unix milliseconds (JSON).</summary>
    public required string CutoffsJson { get; init; }

    /// <summary>How many there were to erase, when it was started.</summary>
    public required long Planned { get; init; }

    /// <summary>How many are erased so far, per kind (JSON).</summary>
    public string DoneJson { get; private set; } = "{}";

    /// <summary>How far it is.</summary>
    public RetentionRunState State { get; private set; }

    /// <summary>When it was done.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The cutoffs.</summary>
    public IReadOnlyDictionary<RetentionKind, DateTimeOffset> Cutoffs =>
        JsonSerializer.Deserialize<Dictionary<RetentionKind, long>>(CutoffsJson)!.ToDictionary(kind => kind.Key, kind => DateTimeOffset.FromUnixTimeMilliseconds(kind.Value));

    /// <summary>How many are erased so far, per kind.</summary>
    public IReadOnlyDictionary<RetentionKind, long> Done => JsonSerializer.Deserialize<Dictionary<RetentionKind, long>>(DoneJson)!;

    internal static string Json<T>(IReadOnlyDictionary<RetentionKind, T> values) => JsonSerializer.Serialize(values);

    internal void Count(RetentionKind kind, long more)
    {
        var counts = new Dictionary<RetentionKind, long>(Done);
        counts[kind] = counts.GetValueOrDefault(kind) + more;
        DoneJson = Json(counts);
    }

    internal void End(DateTimeOffset now) => (State, EndedAt) = (RetentionRunState.Done, now);
}

/// <summary>That an order's personal data was erased: once for ever.</summary>
public sealed class OrderErased
{
    /// <summary>The order.</summary>
    public required string OrderId { get; init; }

    /// <summary>The number of the run.</summary>
    public required int Run { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}

internal sealed class RetentionRunTable : IEntityTypeConfiguration<RetentionRun>
{
    public void Configure(EntityTypeBuilder<RetentionRun> builder)
    {
        builder.ToTable("retention_runs").HasKey(r => r.Number);
        builder.Property(r => r.Number).ValueGeneratedNever();
        builder.Property(r => r.Note).HasMaxLength(1000);
        builder.Ignore(r => r.Cutoffs);
        builder.Ignore(r => r.Done);
    }
}

internal sealed class OrderErasedTable : IEntityTypeConfiguration<OrderErased>
{
    public void Configure(EntityTypeBuilder<OrderErased> builder)
    {
        builder.ToTable("orders_erased").HasKey(e => e.OrderId);
        builder.Property(e => e.OrderId).HasMaxLength(64);
    }
}
