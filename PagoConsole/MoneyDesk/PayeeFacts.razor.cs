using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Payments.Cases;
using PagoConsole.Shared;

namespace PagoConsole.MoneyDesk;

/// <summary>To whom a transfer goes: masked, until somebody who makes it asks to see; that is journalled.</summary>
public sealed partial class PayeeFacts
{
    private (string CaseId, Payee Payee)? whole;

    [Inject]
    internal IStringLocalizer<DeskText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal ShowPayee Show { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    internal ISnackbar Snackbar { get; set; } = default!;

    [Parameter, EditorRequired]
    public required string CaseId { get; set; }

    /// <summary>Masked.</summary>
    [Parameter, EditorRequired]
    public required Payee Payee { get; set; }

    [Parameter]
    public bool MayShow { get; set; }

    private Payee Shown => whole?.Payee ?? Payee;

    // The form may have been replaced while one looked: what was shown is not that of the new one.
    protected override void OnParametersSet()
    {
        if (whole is { } shown && (shown.CaseId != CaseId || shown.Payee.Masked() != Payee)) whole = null;
    }

    private async Task ShowAsync()
    {
        var seen = await Show.RunAsync(CaseId, await CurrentActor.GetAsync(), CancellationToken.None);
        if (seen.Refusal is { } refusal) Snackbar.Add(Words.Of(refusal), Severity.Error);
        else whole = (CaseId, seen.Value);
    }
}
