using System.Text.Json;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Risk;

/// <summary>
/// One check: pure, a stable id, settings of its own. It is a function of facts and settings alone, so that history replays through the
/// very same code.
/// </summary>
public abstract class Rule
{
    /// <summary>Stable; stands in assessments for ever.</summary>
    public abstract string Id { get; }

    /// <summary>Looks at the facts.</summary>
    public abstract RuleFinding Evaluate(OrderFacts facts, RuleEntry entry, RiskRates rates);

    /// <summary>Reads the settings of an entry, and says what is wrong with them.</summary>
    public abstract IEnumerable<string> Faults(RuleEntry entry);
}

/// <summary>A rule with typed settings.</summary>
/// <typeparam name="TSettings">Its settings: a record whose defaults are the rule's.</typeparam>
public abstract class Rule<TSettings> : Rule
    where TSettings : class, new()
{
    /// <inheritdoc/>
    public sealed override RuleFinding Evaluate(OrderFacts facts, RuleEntry entry, RiskRates rates) =>
        Evaluate(facts, entry.SettingsAs<TSettings>(), rates);

    /// <inheritdoc/>
    public sealed override IEnumerable<string> Faults(RuleEntry entry) => Check(entry.SettingsAs<TSettings>()).Select(fault => $"{Id}: {fault}");

    /// <summary>Looks at the facts under typed settings.</summary>
    protected abstract RuleFinding Evaluate(OrderFacts facts, TSettings settings, RiskRates rates);

    /// <summary>What is wrong with the settings, in English for logs.</summary>
    protected abstract IEnumerable<string> Check(TSettings settings);
}

/// <summary>What a rule saw.</summary>
/// <param name="Result">Whether it fired.</param>
/// <param name="Observed">The value it looked at, as the wire has it.</param>
/// <param name="Threshold">What that was held against.</param>
/// <param name="Args">The figures for the sentence that people read; the host words them.</param>
public sealed record RuleFinding(RuleResult Result, string Observed, string Threshold, IReadOnlyList<string> Args);

/// <summary>The exchange rate that thresholds in soles use for dollars.</summary>
/// <param name="PenPerUsd">Soles for one dollar.</param>
/// <param name="AsOf">The day of the rate.</param>
public sealed record RiskRates(decimal PenPerUsd, DateOnly AsOf)
{
    /// <summary>An amount in soles, rounded to the céntimo.</summary>
    public decimal InSoles(Money money) => money.Currency == Currency.Usd ? Math.Round(money.Amount * PenPerUsd, 2) : money.Amount;
}

/// <summary>A rule as a rule set holds it.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Mode">Whether it counts.</param>
/// <param name="Action">What it asks for when it fires.</param>
/// <param name="Score">Points, for <see cref="RuleAction.Score"/>.</param>
/// <param name="VoucherMinutes">A shorter voucher life when it fires, in minutes; null leaves it.</param>
/// <param name="Settings">Its own settings.</param>
public sealed record RuleEntry(string Rule, RuleMode Mode, RuleAction Action, int Score, int? VoucherMinutes, JsonElement Settings)
{
    private object? typed;

    /// <summary>The settings, typed; read once.</summary>
    public TSettings SettingsAs<TSettings>()
        where TSettings : class, new() => (TSettings)(typed ??= Settings.Deserialize<TSettings>(RuleSet.Json) ?? new TSettings());
}
