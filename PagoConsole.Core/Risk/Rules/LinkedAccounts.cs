using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.Facts;

namespace PagoConsole.Core.Risk.Rules;

/// <summary>Settings of <c>linked-accounts</c>: directly linked accounts, or the ring that hangs together, or both.</summary>
public sealed record LinkedAccountsSettings
{
    /// <summary>This many other accounts with the same phone, document or address fire it; null does not count them.</summary>
    [Setting(SettingUnit.Count, 1, 200, 1, 2, 3, 5)]
    public int? Others { get; init; }

    /// <summary>A ring of this many accounts, this one included, fires it; null does not walk it.</summary>
    [Setting(SettingUnit.Count, 2, 60, 3, 4, 5, 8, 12)]
    public int? Ring { get; init; }

    /// <summary>Orders further back do not link. <value>365 d</value></summary>
    [Setting(SettingUnit.Days, 1, 730)]
    public int WithinDays { get; init; } = 365;
}

/// <summary>Fires when accounts share a phone, a document or a shipping address: directly, or from one to the next in a ring.</summary>
internal sealed class LinkedAccounts : Rule<LinkedAccountsSettings>
{
    public override string Id => "linked-accounts";

    public override bool Tiered => true;

    public override IReadOnlyList<IdentifierKind> LooksAt => Facts.Ring.Links;

    protected override IEnumerable<string> FaultsIn(LinkedAccountsSettings settings)
    {
        if (settings.Others is null && settings.Ring is null) yield return "others or ring must be set";
    }

    private protected override Check Bind(LinkedAccountsSettings settings, Binding on)
    {
        var window = TimeSpan.FromDays(settings.WithinDays);
        Fact<long>? direct = settings.Others is { } others ? on.Ask(new LinkedAccountCount(window, on.Cap(others))) : null;

        // The walk stops at its threshold: each further account would cost look-ups.
        Fact<long>? ring = settings.Ring is { } size ? on.Ask(new RingSize(window, on.Plan.Cap(size))) : null;
        return new(
            facts => !Links(facts) ? RuleResult.NoInput
                : Check.When((direct is { } d && facts.Of(d) >= settings.Others) || (ring is { } r && facts.Of(r) >= settings.Ring)),
            facts => direct is { } d && (ring is null || facts.Of(d) >= settings.Others)
                ? Saw(facts.Of(d), "accounts share phone, document or address", settings.Others!.Value, "direct")
                : Saw(facts.Of(ring!.Value), "accounts hang together", settings.Ring!.Value, "ring"));
    }

    private static bool Links(OrderFacts facts)
    {
        foreach (var kind in Facts.Ring.Links)
            if (facts.Order.Has(kind)) return true;
        return false;
    }

    private static Finding Saw(long count, string what, int limit, string how) =>
        new($"{Velocity.Text(count, limit)} {what}", $"from {limit}", Velocity.Text(count, limit), Velocity.Text(limit), how);
}
