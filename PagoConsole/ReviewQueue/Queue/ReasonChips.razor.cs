using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Risk;
using PagoConsole.Rules;

namespace PagoConsole.ReviewQueue.Queue;

/// <summary>Why a case waits: the rules by their names, each with its whole sentence for whoever rests on it or listens.</summary>
public sealed partial class ReasonChips
{
    private const int Most = 2;

    [Inject]
    internal IStringLocalizer<QueueText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<RulesText> Rules { get; set; } = default!;

    [Parameter, EditorRequired]
    public required IReadOnlyList<AssessedRule> Hits { get; set; }

    /// <summary>A rule with several tiers is one reason.</summary>
    private List<AssessedRule> Shown => [.. Hits.DistinctBy(hit => hit.Rule)];

    private string Sentences(AssessedRule of) => string.Join(". ", Hits.Where(hit => hit.Rule == of.Rule).Select(Sentence));

    private string Sentence(AssessedRule hit) => Rules.SentenceOf(hit) + (hit.Lifted ? $" · {Rules["Lifted"]}" : null);
}
