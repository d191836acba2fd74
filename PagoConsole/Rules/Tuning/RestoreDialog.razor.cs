using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Risk.Tuning;
using PagoConsole.Shared;

namespace PagoConsole.Rules.Tuning;

/// <summary>Brings an earlier version back: says what will change, and takes the reason.</summary>
public sealed partial class RestoreDialog
{
    private string comment = "";
    private IReadOnlyList<RuleChange> changes = [];
    private Refusal? refusal;
    private bool busy;

    [Inject]
    internal IStringLocalizer<TuningText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Shared { get; set; } = default!;

    [Inject]
    internal RestoreVersion Restore { get; set; } = default!;

    [Inject]
    internal VersionBook Versions { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    internal ISnackbar Snackbar { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    internal IMudDialogInstance? Dialog { get; set; }

    /// <summary>The version to bring back.</summary>
    [Parameter, EditorRequired]
    public int Version { get; set; }

    /// <summary>The version in force.</summary>
    [Parameter, EditorRequired]
    public int Active { get; set; }

    private string? Fault => refusal switch
    {
        null => null,
        { Code: RefusalCode.NoteNeeded } => Text["Publish_Fault_comment"],
        var other => Shared.Of(other),
    };

    /// <summary>Opens it.</summary>
    /// <returns>Whether it was restored, or proposed.</returns>
    internal static async Task<bool> AskAsync(IDialogService dialogs, IStringLocalizer<TuningText> text, int version, int active)
    {
        var parameters = new DialogParameters<RestoreDialog> { { dialog => dialog.Version, version }, { dialog => dialog.Active, active } };
        var shown = await dialogs.ShowAsync<RestoreDialog>(text["Restore_Title", version], parameters, new DialogOptions { MaxWidth = MaxWidth.Small, FullWidth = true });
        return await shown.Result is { Canceled: false };
    }

    protected override async Task OnInitializedAsync()
    {
        comment = Text["Restore_Comment_Usual", Version];
        var compared = await Versions.CompareAsync(Version, Active, await CurrentActor.GetAsync(), CancellationToken.None);
        (changes, refusal) = (compared.Done ? compared.Value.Changes : [], compared.Refusal);
    }

    private async Task RestoreAsync()
    {
        if (busy) return;
        busy = true;
        try
        {
            var done = await Restore.RunAsync(Version, Text["Restore_Draft", Version], comment, await CurrentActor.GetAsync(), CancellationToken.None);
            refusal = done.Refusal;
            if (!done.Done) return;
            Dialog?.Close(DialogResult.Ok(true));
            if (done.Value.State == DraftState.Published) return;
            Snackbar.Add(Text["Restore_Proposed"], Severity.Warning);
            Navigation.NavigateTo(ConsoleUrls.RuleDraft(done.Value.DraftId));
        }
        finally
        {
            busy = false;
        }
    }
}
