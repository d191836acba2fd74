using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PagoConsole.Core.Risk.Counting;

/// <summary>What became of an order at the hands of the rules, or of a person whom they asked.</summary>
public enum Judgement
{
    /// <summary>The rules approved it.</summary>
    Approved,

    /// <summary>The rules gave it to a person.</summary>
    Held,

    /// <summary>The rules rejected it.</summary>
    Rejected,

    /// <summary>A person approved it after it was held.</summary>
    Released,

    /// <summary>A person rejected it after it was held.</summary>
    Refused,
}

/// <summary>How many orders of an hour a rule set judged in one way; what people decided is told by the hour in which they did.</summary>
public sealed class JudgedHour
{
    /// <summary>When the hour began.</summary>
    public required DateTimeOffset Hour { get; init; }

    /// <summary>The rule set that judged the orders.</summary>
    public required int Version { get; init; }

    /// <summary>What became of them.</summary>
    public required Judgement What { get; init; }

    /// <summary>How many.</summary>
    public required long Orders { get; init; }

    /// <summary>Their amounts together, in céntimos of a sol at the rate of the rule set.</summary>
    public required long Minor { get; init; }
}

/// <summary>What a rule did on a business day, under one rule set and in one mode.</summary>
public sealed class RuleDayCount
{
    /// <summary>The day (Lima) in which the orders were placed.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The rule.</summary>
    public required string Rule { get; init; }

    /// <summary>The rule set.</summary>
    public required int Version { get; init; }

    /// <summary>Whether it counted.</summary>
    public required RuleMode Mode { get; init; }

    /// <summary>Orders that it fired for.</summary>
    public required long Hits { get; init; }

    /// <summary>Orders that wait or waited for a person, and it was a reason.</summary>
    public required long Held { get; init; }

    /// <summary>Their amounts together, in céntimos of a sol.</summary>
    public required long HeldMinor { get; init; }

    /// <summary>Orders that were rejected, and it was a reason.</summary>
    public required long Rejected { get; init; }

    /// <summary>Orders that would have come out milder without it.</summary>
    public required long Alone { get; init; }

    /// <summary>Its hits that turned out to be fraud.</summary>
    public required long Fraud { get; init; }

    /// <summary>Its hits that turned out to be good.</summary>
    public required long Good { get; init; }

    /// <summary>Orders that it was a reason to hold and that a person approved.</summary>
    public required long Released { get; init; }

    /// <summary>Orders that it was a reason to hold and that a person rejected.</summary>
    public required long Refused { get; init; }
}

/// <summary>How many orders of a business day two rules both fired for.</summary>
public sealed class RulePairCount
{
    /// <summary>The day (Lima) in which the orders were placed.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The rule that comes first in the alphabet.</summary>
    public required string Rule { get; init; }

    /// <summary>The other.</summary>
    public required string Other { get; init; }

    /// <summary>How many.</summary>
    public required long Hits { get; init; }
}

/// <summary>How many assessed orders of a business day are known to be fraud, and to be good.</summary>
public sealed class LabelledDay
{
    /// <summary>The day (Lima) in which they were placed.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The rule set that judged them.</summary>
    public required int Version { get; init; }

    /// <summary>Fraud.</summary>
    public required long Fraud { get; init; }

    /// <summary>Good.</summary>
    public required long Good { get; init; }
}

internal sealed class JudgedHourTable : IEntityTypeConfiguration<JudgedHour>
{
    public void Configure(EntityTypeBuilder<JudgedHour> builder) => builder.ToTable("judged_hours").HasKey(c => new { c.Hour, c.Version, c.What });
}

internal sealed class RuleDayCountTable : IEntityTypeConfiguration<RuleDayCount>
{
    public void Configure(EntityTypeBuilder<RuleDayCount> builder)
    {
        builder.ToTable("rule_days").HasKey(c => new { c.Day, c.Rule, c.Version, c.Mode });
        builder.Property(c => c.Rule).HasMaxLength(40);
    }
}

internal sealed class RulePairCountTable : IEntityTypeConfiguration<RulePairCount>
{
    public void Configure(EntityTypeBuilder<RulePairCount> builder)
    {
        builder.ToTable("rule_pair_days").HasKey(c => new { c.Day, c.Rule, c.Other });
        builder.Property(c => c.Rule).HasMaxLength(40);
        builder.Property(c => c.Other).HasMaxLength(40);
    }
}

internal sealed class LabelledDayTable : IEntityTypeConfiguration<LabelledDay>
{
    public void Configure(EntityTypeBuilder<LabelledDay> builder) => builder.ToTable("labelled_days").HasKey(c => new { c.Day, c.Version });
}
