using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace PagoConsole.Admin.Access;

/// <summary>Shows a link, a key or a secret, once: nothing of it can be shown again.</summary>
public sealed partial class OnceDialog
{
    [Inject]
    internal IStringLocalizer<AccessText> Text { get; set; } = default!;

    [CascadingParameter]
    internal IMudDialogInstance? Dialog { get; set; }

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>What to do with it.</summary>
    [Parameter, EditorRequired]
    public required string What { get; set; }

    [Parameter, EditorRequired]
    public required string Value { get; set; }

    /// <summary>Until when it holds, or that it is never shown again.</summary>
    [Parameter, EditorRequired]
    public required string Note { get; set; }

    /// <summary>Opens it, and waits until it was closed. A click beside it does not close it.</summary>
    internal static async Task ShowAsync(IDialogService dialogs, string title, string what, string value, string note)
    {
        var parameters = new DialogParameters<OnceDialog>
        {
            { dialog => dialog.Title, title },
            { dialog => dialog.What, what },
            { dialog => dialog.Value, value },
            { dialog => dialog.Note, note },
        };
        var shown = await dialogs.ShowAsync<OnceDialog>(title, parameters, new DialogOptions { MaxWidth = MaxWidth.Small, FullWidth = true, BackdropClick = false });
        await shown.Result;
    }
}
