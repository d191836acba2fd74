using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Shared;

namespace PagoConsole.Admin.Access;

/// <summary>The frame of a dialog with fields: stays open with the fault if it cannot be done.</summary>
public sealed partial class FormDialog
{
    private bool busy;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [CascadingParameter]
    internal IMudDialogInstance? Dialog { get; set; }

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>The word on the button.</summary>
    [Parameter, EditorRequired]
    public required string Action { get; set; }

    /// <summary>What is wrong, if something is.</summary>
    [Parameter]
    public string? Fault { get; set; }

    /// <summary>Does it.</summary>
    [Parameter, EditorRequired]
    public EventCallback Run { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private async Task RunAsync()
    {
        if (busy) return;
        busy = true;
        try
        {
            await Run.InvokeAsync();
        }
        finally
        {
            busy = false;
        }
    }
}
