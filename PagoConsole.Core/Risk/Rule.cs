using System.Text.Json;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.Facts;

namespace PagoConsole.Core.Risk;

/// <summary>
/// One check: a stable id, settings of its own, and a pure function of facts and settings, so that history replays through the very same
/// code. What it wants to know of history it asks for when it is bound to its settings.
/// </summary>
public abstract class Rule
{
    /// <summary>Stable; stands in assessments for ever.</summary>
    public abstract string Id { get; }

    /// <summary>Whether it may stand in a rule set several times with other settings.</summary>
    public virtual bool Tiered => false;

    /// <summary>Whether it is about money laundering: it marks the order, and no trust lifts it.</summary>
    public virtual bool Aml => false;

    /// <summary>The identifiers it looks at.</summary>
    public virtual IReadOnlyList<IdentifierKind> LooksAt => [];

    /// <summary>Its settings.</summary>
    public abstract IReadOnlyList<RuleSetting> Settings { get; }

    /// <summary>The settings of an entry, typed.</summary>
    public abstract object SettingsOf(RuleEntry entry);

    /// <summary>What is wrong with the settings of an entry.</summary>
    public abstract IEnumerable<string> Faults(RuleEntry entry);

    /// <summary>Makes a check of an entry.</summary>
    /// <param name="entry">The settings.</param>
    /// <param name="on">What it asks its questions of.</param>
    internal abstract Check Bind(RuleEntry entry, Binding on);
}

/// <summary>A rule with typed settings.</summary>
/// <typeparam name="TSettings">Its settings: a record whose defaults are the rule's.</typeparam>
public abstract class Rule<TSettings> : Rule
    where TSettings : class, new()
{
    /// <inheritdoc/>
    public sealed override IReadOnlyList<RuleSetting> Settings { get; } = RuleSetting.Of(typeof(TSettings));

    /// <inheritdoc/>
    public sealed override object SettingsOf(RuleEntry entry) => entry.SettingsAs<TSettings>();

    /// <inheritdoc/>
    public sealed override IEnumerable<string> Faults(RuleEntry entry)
    {
        var unread = entry.UnreadSettings<TSettings>().Select(name => $"{Id}: settings.{name} is not one of its settings, or of the wrong type").ToList();
        if (unread.Count > 0) return unread;
        var settings = entry.SettingsAs<TSettings>();
        return Settings.Select(setting => setting.FaultOf(settings)).OfType<string>().Concat(FaultsIn(settings)).Select(fault => $"{Id}: {fault}");
    }

    internal sealed override Check Bind(RuleEntry entry, Binding on) => Bind(entry.SettingsAs<TSettings>(), on);

    /// <summary>What is wrong with the settings beyond their bounds, in English for logs.</summary>
    protected virtual IEnumerable<string> FaultsIn(TSettings settings) => [];

    /// <summary>Makes a check of typed settings.</summary>
    private protected abstract Check Bind(TSettings settings, Binding on);
}

/// <summary>What a rule is bound to besides its settings.</summary>
/// <param name="Plan">What it asks its questions of.</param>
/// <param name="Rates">The exchange rate of the rule set.</param>
internal sealed record Binding(FactPlan Plan, RiskRates Rates)
{
    public Fact<T> Ask<T>(Question<T> question)
        where T : notnull => Plan.Ask(question);

    /// <summary>Counts go on so far behind their threshold, so that people are told a true figure and not only that it was passed.</summary>
    public const int Beyond = 20;

    /// <summary>How far a count must go so that it can pass a threshold and say by how much.</summary>
    public int Cap(int needed) => Plan.Cap(needed + Beyond);
}

/// <summary>A rule bound to its settings: judges at once, explains when asked.</summary>
/// <param name="Judge">Whether it fires.</param>
/// <param name="Explain">What it looked at and what that was held against.</param>
/// <param name="Effect">What firing means for this order where that is not what the entry says.</param>
internal sealed record Check(
    Func<OrderFacts, RuleResult> Judge, Func<OrderFacts, Finding> Explain, Func<OrderFacts, RuleEffect>? Effect = null)
{
    public static RuleResult When(bool hit) => hit ? RuleResult.Hit : RuleResult.Quiet;
}

/// <summary>What a rule does to an order.</summary>
internal enum RuleEffect
{
    /// <summary>Nothing: it did not fire.</summary>
    None,

    /// <summary>Adds points.</summary>
    Score,

    /// <summary>A person decides.</summary>
    Review,

    /// <summary>Do not sell.</summary>
    Reject,

    /// <summary>Drops what only adds points or asks for a person.</summary>
    Trust,
}

/// <summary>What a rule saw.</summary>
/// <param name="Observed">The value it looked at, as the wire has it.</param>
/// <param name="Threshold">What that was held against.</param>
/// <param name="Args">The figures for the sentence that people read; the host words them.</param>
public sealed record Finding(string Observed, string Threshold, params IReadOnlyList<string> Args);
