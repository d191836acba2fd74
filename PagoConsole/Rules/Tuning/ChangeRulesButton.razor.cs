using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Risk.Tuning;
using PagoConsole.Shared;

namespace PagoConsole.Rules.Tuning;

/// <summary>Leads from the rules in force into a draft of one's own; only who may change rules sees it.</summary>
public sealed partial class ChangeRulesButton
{
    [Inject]
    internal IStringLocalizer<TuningText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Shared { get; set; } = default!;

    [Inject]
    internal OpenDraft Open { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    internal TimeProvider Time { get; set; } = default!;

    [Inject]
    internal ISnackbar Snackbar { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    /// <summary>The rule to open there.</summary>
    [Parameter]
    public string? Rule { get; set; }

    private async Task GoAsync()
    {
        if (await NewDraft.GoAsync(Open, another: false, Rule, CurrentActor, Text, Time, Navigation) is { } refusal) Snackbar.Add(Shared.Of(refusal), Severity.Error);
    }
}
