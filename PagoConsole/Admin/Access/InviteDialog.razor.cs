using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.People;
using PagoConsole.Core.People.Desk;
using PagoConsole.Shared;

namespace PagoConsole.Admin.Access;

/// <summary>Invites somebody; gives the link.</summary>
public sealed partial class InviteDialog
{
    private readonly HashSet<Role> roles = [Role.Analyst];
    private string name = "";
    private string email = "";
    private Refusal? refusal;

    [Inject]
    internal IStringLocalizer<AccessText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal InvitePerson Invite { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [CascadingParameter]
    internal IMudDialogInstance? Dialog { get; set; }

    private string? Fault => refusal switch
    {
        null => null,
        { Code: RefusalCode.Invalid, Field: { } wrong } => Text[$"Fault_{wrong}"],
        var other => Words.Of(other),
    };

    /// <summary>Opens it.</summary>
    /// <returns>The link, or null if nobody was invited.</returns>
    internal static async Task<MadeLink?> AskAsync(IDialogService dialogs, string title)
    {
        var shown = await dialogs.ShowAsync<InviteDialog>(title, new DialogOptions { MaxWidth = MaxWidth.ExtraSmall, FullWidth = true });
        return (await shown.Result)?.Data as MadeLink;
    }

    private string? Bad(string field) => refusal?.Field == field ? "true" : null;

    private async Task InviteAsync()
    {
        var made = await Invite.RunAsync(email, name, roles, await CurrentActor.GetAsync(), CancellationToken.None);
        refusal = made.Refusal;
        if (made.Done) Dialog?.Close(DialogResult.Ok(made.Value));
    }
}
