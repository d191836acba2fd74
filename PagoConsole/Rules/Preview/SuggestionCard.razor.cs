using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.BackTest;
using PagoConsole.Core.Risk.Preview;

namespace PagoConsole.Rules.Preview;

/// <summary>What a search found: each setting can be chosen by itself, and the preview beneath shows what the chosen ones do together.</summary>
public sealed partial class SuggestionCard
{
    private static readonly string[] FigureNames = ["Precision", "Recall", "F1"];

    private readonly HashSet<SuggestedSetting> chosen = [];
    private RuleSet draft = RuleSet.Default;

    [Inject]
    internal IStringLocalizer<PreviewText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<RulesText> Rules { get; set; } = default!;

    [Inject]
    internal RuleBook Book { get; set; } = default!;

    [Parameter, EditorRequired]
    public required SuggestionMade Found { get; set; }

    /// <summary>The rules in force.</summary>
    [Parameter, EditorRequired]
    public required RuleSet Active { get; set; }

    /// <summary>The chosen settings are to be taken into the draft; without it, nothing can be taken over.</summary>
    [Parameter]
    public EventCallback<IReadOnlyList<SuggestedSetting>> OnTake { get; set; }

    private string Days => $"{Found.Span.From:d} – {Found.Span.To:d}";

    private IReadOnlyList<SuggestedSetting> Chosen => [.. Found.Suggestion.Settings.Where(chosen.Contains)];

    protected override void OnInitialized() => chosen.UnionWith(Found.Suggestion.Settings.Where(setting => SuggestedRules.Fits(Active, setting)));

    protected override void OnParametersSet() => Apply();

    private void Toggle(SuggestedSetting setting)
    {
        if (!chosen.Remove(setting)) chosen.Add(setting);
        Apply();
    }

    private void Apply() => draft = SuggestedRules.Apply(Active, Chosen);

    private static string Number(long count) => count.ToString("N0", CultureInfo.CurrentCulture);
}
