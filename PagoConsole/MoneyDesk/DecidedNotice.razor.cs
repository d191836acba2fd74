using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Payments.Cases;
using PagoConsole.Shared;

namespace PagoConsole.MoneyDesk;

/// <summary>
/// What came of a decision, where it was made: brought into view with the focus on it and told to those who listen; and the way to the next case.
/// </summary>
public sealed partial class DecidedNotice
{
    private ElementReference box;
    private string? told;
    private string? next;
    private bool comes;

    [Inject]
    internal IStringLocalizer<DeskText> Text { get; set; } = default!;

    [Inject]
    internal MoneyQueue Queue { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    /// <summary>Tells how a case stands after somebody here did something about it.</summary>
    public async Task TellAsync(MoneyCase after)
    {
        var found = await Queue.NextAsync(after.CaseId, await CurrentActor.GetAsync(), CancellationToken.None);
        next = found.Done ? found.Value : null;
        told = Text[$"Told_{after.State}", (after.Choice ?? after.FirstChoice) is { } choice ? Text.NameOf(choice, after.Kind) : ""];
        comes = true;
        StateHasChanged();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!comes) return;
        comes = false;
        await box.FocusAsync();
    }
}
