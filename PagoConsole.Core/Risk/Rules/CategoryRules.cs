using System.Collections.Frozen;
using PagoConsole.Core.Risk.Facts;

namespace PagoConsole.Core.Risk.Rules;

/// <summary>Settings of <c>restricted-category</c>.</summary>
public sealed record RestrictedCategorySettings
{
    /// <summary>What may not be sold for cash. <value>crypto, gift-cards-resale, b2b-bulk</value></summary>
    [Setting(SettingUnit.Words, 0, 200)]
    public IReadOnlyList<string> Categories { get; init; } = ["crypto", "gift-cards-resale", "b2b-bulk"];
}

/// <summary>Settings of <c>category-risk</c>.</summary>
public sealed record CategoryRiskSettings
{
    /// <summary>What is easily sold on. <value>electronics, appliances, fashion-luxury</value></summary>
    [Setting(SettingUnit.Words, 0, 200)]
    public IReadOnlyList<string> Categories { get; init; } = ["electronics", "appliances", "fashion-luxury"];
}

/// <summary>Fires when something is ordered that may not be sold for cash.</summary>
internal sealed class RestrictedCategory : Rule<RestrictedCategorySettings>
{
    public override string Id => "restricted-category";

    private protected override Check Bind(RestrictedCategorySettings settings, Binding on) => Categories.Among(settings.Categories);
}

/// <summary>Fires when something is ordered that is easily sold on.</summary>
internal sealed class CategoryRisk : Rule<CategoryRiskSettings>
{
    public override string Id => "category-risk";

    private protected override Check Bind(CategoryRiskSettings settings, Binding on) => Categories.Among(settings.Categories);
}

/// <summary>The check that both rules about categories make.</summary>
internal static class Categories
{
    public static Check Among(IReadOnlyList<string> listed)
    {
        var set = listed.Select(c => c.Trim().ToLowerInvariant()).ToFrozenSet();
        var threshold = string.Join(", ", listed);
        return new(facts => Judge(facts.Order, set), facts => Saw(facts.Order, set, threshold));
    }

    private static RuleResult Judge(OrderSubject order, FrozenSet<string> set)
    {
        if (order.Categories.Count == 0) return RuleResult.NoInput;
        foreach (var category in order.Categories)
            if (set.Contains(category)) return RuleResult.Hit;
        return RuleResult.Quiet;
    }

    private static Finding Saw(OrderSubject order, FrozenSet<string> set, string threshold)
    {
        var hits = order.Categories.Where(set.Contains).ToList();
        var observed = string.Join(", ", hits.Count > 0 ? hits : order.Categories);
        return new(observed, threshold, observed, threshold);
    }
}
