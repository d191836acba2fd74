using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Marketplace;
using PagoConsole.Shared;

namespace PagoConsole.Admin.Access;

/// <summary>Has a new key take an old one's place; both hold during the overlap.</summary>
public sealed partial class RotateKeyDialog
{
    private Overlap overlap = Overlap.Day;
    private Refusal? refusal;

    [Inject]
    internal IStringLocalizer<AccessText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal RotateApiKey Rotate { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [CascadingParameter]
    internal IMudDialogInstance? Dialog { get; set; }

    [Parameter, EditorRequired]
    public required ApiKey Key { get; set; }

    /// <summary>Opens it.</summary>
    /// <returns>The new key, or null if none was made.</returns>
    internal static async Task<IssuedKey?> AskAsync(IDialogService dialogs, string title, ApiKey key)
    {
        var parameters = new DialogParameters<RotateKeyDialog> { { dialog => dialog.Key, key } };
        var shown = await dialogs.ShowAsync<RotateKeyDialog>(title, parameters, new DialogOptions { MaxWidth = MaxWidth.ExtraSmall, FullWidth = true });
        return (await shown.Result)?.Data as IssuedKey;
    }

    private async Task RotateAsync()
    {
        var issued = await Rotate.RunAsync(Key.KeyId, overlap.Time(), await CurrentActor.GetAsync(), CancellationToken.None);
        refusal = issued.Refusal;
        if (issued.Done) Dialog?.Close(DialogResult.Ok(issued.Value));
    }
}
