using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Shared;

/// <summary>Lets those who may see personal data say why they need it; nobody else sees the button.</summary>
public sealed partial class UnmaskButton
{
    private bool may;

    [Inject]
    internal IStringLocalizer<SharedText> Text { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    internal IDialogService Dialogs { get; set; } = default!;

    /// <summary>The word on it, where "Show" would not say enough.</summary>
    [Parameter]
    public string? Label { get; set; }

    /// <summary>What is shown, and what becomes of the reason, where that is not as usual.</summary>
    [Parameter]
    public string? What { get; set; }

    /// <summary>Unmasks with the reason; gives the refusal, or null when it is done.</summary>
    [Parameter, EditorRequired]
    public required Func<string, Actor, Task<Refusal?>> Run { get; set; }

    /// <summary>It was unmasked.</summary>
    [Parameter]
    public EventCallback OnDone { get; set; }

    protected override async Task OnInitializedAsync() => may = (await CurrentActor.GetAsync()).May(Permission.SeePersonalData);

    private async Task AskAsync()
    {
        var done = await NoteDialog.AskAsync(
            Dialogs,
            new NoteQuestion(Text["Unmask_Title"], What ?? Text["Unmask_What"], Text["Unmask_Reason"], Text["Unmask"], NoteNeeded: true),
            async reason => await Run(reason, await CurrentActor.GetAsync()));
        if (done) await OnDone.InvokeAsync();
    }
}
