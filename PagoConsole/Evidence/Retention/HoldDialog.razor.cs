using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Evidence.Holds;
using PagoConsole.Core.Foundation;
using PagoConsole.Shared;

namespace PagoConsole.Evidence.Retention;

/// <summary>Places a legal hold.</summary>
public sealed partial class HoldDialog
{
    private HeldKind kind;
    private string value = "";
    private string reason = "";
    private Refusal? refusal;

    [Inject]
    internal IStringLocalizer<RetentionText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal PlaceHold Placing { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [CascadingParameter]
    internal IMudDialogInstance? Dialog { get; set; }

    private string? Fault => refusal switch
    {
        null => null,
        { Code: RefusalCode.Invalid } => Text[$"Hold_Invalid_{kind}"],
        var other => Words.Of(other),
    };

    /// <summary>Opens it.</summary>
    /// <returns>Whether a hold was placed.</returns>
    internal static async Task<bool> AskAsync(IDialogService dialogs, string title)
    {
        var shown = await dialogs.ShowAsync<HoldDialog>(title, new DialogOptions { MaxWidth = MaxWidth.ExtraSmall, FullWidth = true });
        return await shown.Result is { Canceled: false };
    }

    private async Task PlaceAsync()
    {
        refusal = (await Placing.RunAsync(kind, value, reason, await CurrentActor.GetAsync(), CancellationToken.None)).Refusal;
        if (refusal is null) Dialog?.Close(DialogResult.Ok(true));
    }
}
