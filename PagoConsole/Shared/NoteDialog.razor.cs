using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Shared;

/// <summary>Asks whether somebody means it, says what it will do, and takes a note. Stays open with the reason if the action says no.</summary>
public sealed partial class NoteDialog
{
    private string note = "";
    private string? refused;
    private bool tooShort;
    private bool busy;

    [Inject]
    internal IStringLocalizer<SharedText> Text { get; set; } = default!;

    [CascadingParameter]
    internal IMudDialogInstance? Dialog { get; set; }

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>What it will do, in a sentence.</summary>
    [Parameter, EditorRequired]
    public required string What { get; set; }

    /// <summary>What the note should say; without it no note is asked for.</summary>
    [Parameter, EditorRequired]
    public string? NoteLabel { get; set; }

    /// <summary>The word on the button.</summary>
    [Parameter, EditorRequired]
    public required string Action { get; set; }

    [Parameter]
    public bool NoteNeeded { get; set; }

    [Parameter]
    public bool Dangerous { get; set; }

    /// <summary>Does it with the note; gives the refusal, or null when it is done.</summary>
    [Parameter, EditorRequired]
    public required Func<string, Task<Refusal?>> Run { get; set; }

    /// <summary>Opens it.</summary>
    /// <returns>Whether it was done.</returns>
    internal static async Task<bool> AskAsync(IDialogService dialogs, NoteQuestion question, Func<string, Task<Refusal?>> run)
    {
        var parameters = new DialogParameters<NoteDialog>
        {
            { dialog => dialog.Title, question.Title },
            { dialog => dialog.What, question.What },
            { dialog => dialog.NoteLabel, question.NoteLabel },
            { dialog => dialog.Action, question.Action },
            { dialog => dialog.NoteNeeded, question.NoteNeeded },
            { dialog => dialog.Dangerous, question.Dangerous },
            { dialog => dialog.Run, run },
        };
        var shown = await dialogs.ShowAsync<NoteDialog>(question.Title, parameters, new DialogOptions { MaxWidth = MaxWidth.ExtraSmall, FullWidth = true });
        return await shown.Result is { Canceled: false };
    }

    private async Task ConfirmAsync()
    {
        if (busy) return;
        tooShort = NoteNeeded && string.IsNullOrWhiteSpace(note);
        if (tooShort) return;
        busy = true;
        try
        {
            var refusal = await Run(note);
            refused = refusal is null ? null : Text.Of(refusal);
            if (refusal is null) Dialog?.Close(DialogResult.Ok(true));
        }
        finally
        {
            busy = false;
        }
    }
}

/// <summary>The words of a <see cref="NoteDialog"/>.</summary>
internal sealed record NoteQuestion(string Title, string What, string? NoteLabel, string Action, bool NoteNeeded = false, bool Dangerous = false);
