using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Risk.Accounts;
using PagoConsole.Rules;
using PagoConsole.Shared;

namespace PagoConsole.Accounts;

/// <summary>What a person should look at; open flags first, each cleared with a note.</summary>
public sealed partial class FlagsCard
{
    [Inject]
    internal IStringLocalizer<AccountsText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<RulesText> Rules { get; set; } = default!;

    [Inject]
    internal ClearFlag Clear { get; set; } = default!;

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

    private async Task ClearAsync(AccountFlag flag)
    {
        var done = await NoteDialog.AskAsync(
            Dialogs,
            new NoteQuestion(Text["Clear_Title"], Text["Clear_What"], Text["Clear_Note"], Text["Clear"], NoteNeeded: true),
            async note => (await Clear.RunAsync(flag.FlagId, note, await CurrentActor.GetAsync(), CancellationToken.None)).Refusal);
        if (done) await OnDone.InvokeAsync();
    }
}
