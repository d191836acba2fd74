using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk;

namespace PagoConsole.Rules;

/// <summary>The latest orders that a rule fired for.</summary>
public sealed partial class LatestHits
{
    private IReadOnlyList<RuleHitOrder> orders = [];

    [Inject]
    internal IStringLocalizer<RulesText> Text { get; set; } = default!;

    [Inject]
    internal RuleStatistics Statistics { get; set; } = default!;

    [Parameter, EditorRequired]
    public required string Rule { get; set; }

    protected override bool Concerns(JournalEntry entry) => entry.Kind is OrderEvents.Placed or OrderEvents.Labelled;

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        var read = await Statistics.LatestAsync(Rule, viewer, ct);
        if (read.Done) orders = read.Value;
        return read.Refusal;
    }
}
