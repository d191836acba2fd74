using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Shared;

namespace PagoConsole.ReviewQueue.Case;

/// <summary>Words for somebody else: a question for the marketplace, or what a lead should know.</summary>
public sealed partial class WordsForm
{
    private ElementReference area;
    private string words = "";
    private string? fault;
    private bool busy;

    [Inject]
    internal IStringLocalizer<CaseText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Shared { get; set; } = default!;

    [Inject]
    internal BrowserMemory Memory { get; set; } = default!;

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter, EditorRequired]
    public required string What { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>The word on the button.</summary>
    [Parameter, EditorRequired]
    public required string Action { get; set; }

    [Parameter, EditorRequired]
    public required int Longest { get; set; }

    /// <summary>Under which name the browser keeps what was typed, until it is sent.</summary>
    [Parameter, EditorRequired]
    public required string Keep { get; set; }

    /// <summary>Sends it; gives the refusal, or null when it is sent.</summary>
    [Parameter, EditorRequired]
    public required Func<string, Task<Refusal?>> Run { get; set; }

    [Parameter]
    public EventCallback OnClose { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        if (await Memory.TakeAsync($"keep:{Keep}") is { Length: > 0 } kept)
        {
            words = kept;
            StateHasChanged();
        }

        await area.FocusAsync();
    }

    private async Task CloseAsync() => await OnClose.InvokeAsync();

    private async Task ConfirmAsync()
    {
        if (busy || string.IsNullOrWhiteSpace(words)) return;
        busy = true;
        try
        {
            var refusal = await Run(words);
            fault = refusal is null ? null : Shared.Of(refusal);
            if (refusal is null) await Memory.TakeAsync($"keep:{Keep}");
        }
        finally
        {
            busy = false;
        }
    }
}
