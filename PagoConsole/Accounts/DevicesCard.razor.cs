using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Risk.Accounts;
using PagoConsole.Shared;

namespace PagoConsole.Accounts;

/// <summary>The devices of the account: those that count as its own, those that were taken off it, and the others.</summary>
public sealed partial class DevicesCard
{
    [Inject]
    internal IStringLocalizer<AccountsText> Text { get; set; } = default!;

    [Inject]
    internal UnbindDevice Unbind { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    internal IDialogService Dialogs { get; set; } = default!;

    [Parameter, EditorRequired]
    public required AccountView View { get; set; }

    [Parameter]
    public bool MayDecide { get; set; }

    [Parameter]
    public EventCallback OnDone { get; set; }

    private static string NameOf(AccountDevice device) => device.Fingerprint ?? Convert.ToHexStringLower(device.Hash);

    private async Task UnbindAsync(AccountDevice device)
    {
        var done = await NoteDialog.AskAsync(
            Dialogs,
            new NoteQuestion(Text["Unbind_Title"], Text["Unbind_What", NameOf(device)], null, Text["Unbind"]),
            async _ => (await Unbind.RunAsync(View.AccountId, device.Hash, await CurrentActor.GetAsync(), CancellationToken.None)).Refusal);
        if (done) await OnDone.InvokeAsync();
    }
}
