using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Evidence.Aml.Cases;
using PagoConsole.Core.Foundation;
using PagoConsole.Shared;

namespace PagoConsole.Evidence.Aml;

/// <summary>Opens a case: for which reasons, and what was noticed.</summary>
public sealed partial class OpenCaseDialog
{
    private IReadOnlyList<AmlReason> reasons = [];
    private string note = "";
    private string? fault;
    private bool busy;

    [Inject]
    internal IStringLocalizer<AmlText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal OpenAmlCase Open { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [CascadingParameter]
    internal IMudDialogInstance? Dialog { get; set; }

    [Parameter, EditorRequired]
    public required AmlOrigin Origin { get; set; }

    /// <summary>The document's hash, or null where an order is named.</summary>
    [Parameter]
    public string? Document { get; set; }

    /// <summary>The order, or null where a document is named.</summary>
    [Parameter]
    public string? OrderId { get; set; }

    /// <summary>Opens one.</summary>
    /// <returns>The case; null where nothing was opened.</returns>
    internal static async Task<string?> AskAsync(IDialogService dialogs, string title, AmlOrigin origin, string? document, string? orderId)
    {
        var parameters = new DialogParameters<OpenCaseDialog> { { dialog => dialog.Origin, origin }, { dialog => dialog.Document, document }, { dialog => dialog.OrderId, orderId } };
        var shown = await dialogs.ShowAsync<OpenCaseDialog>(title, parameters, new DialogOptions { MaxWidth = MaxWidth.Small, FullWidth = true });
        return await shown.Result is { Canceled: false, Data: string caseId } ? caseId : null;
    }

    private async Task OpenAsync()
    {
        if (busy) return;
        fault = reasons.Count == 0 ? Text["Fault_reasons"].Value : string.IsNullOrWhiteSpace(note) ? Text["Fault_note"].Value : null;
        if (fault is not null) return;
        busy = true;
        var opened = await Open.RunAsync(new AmlSuspicion(Origin, Document, OrderId, reasons, note), await CurrentActor.GetAsync(), CancellationToken.None);
        busy = false;
        if (opened.Refusal is { } refusal) fault = Words.Of(refusal);
        else Dialog?.Close(DialogResult.Ok(opened.Value.CaseId));
    }
}
