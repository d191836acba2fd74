using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Risk.Watch;
using PagoConsole.Rules.Tuning;

namespace PagoConsole.Rules.Watch;

/// <summary>The version that was in force before, and the way back to it.</summary>
public sealed partial class FormerVersion
{
    [Inject]
    internal IStringLocalizer<WatchText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<TuningText> Tuning { get; set; } = default!;

    [Inject]
    internal IDialogService Dialogs { get; set; } = default!;

    [Parameter, EditorRequired]
    public required WatchedVersion Former { get; set; }

    /// <summary>The version in force, which it would replace.</summary>
    [Parameter, EditorRequired]
    public required int Active { get; set; }

    // The page hears of the new version through the journal.
    private Task RestoreAsync() => RestoreDialog.AskAsync(Dialogs, Tuning, Former.Version, Active);
}
