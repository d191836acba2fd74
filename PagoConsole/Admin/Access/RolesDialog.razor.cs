using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.People;
using PagoConsole.Core.People.Desk;
using PagoConsole.Shared;

namespace PagoConsole.Admin.Access;

/// <summary>Gives somebody other roles.</summary>
public sealed partial class RolesDialog
{
    private HashSet<Role> roles = [];
    private Refusal? refusal;

    [Inject]
    internal IStringLocalizer<AccessText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal ChangeRoles Change { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [CascadingParameter]
    internal IMudDialogInstance? Dialog { get; set; }

    [Parameter, EditorRequired]
    public required PersonLine Person { get; set; }

    private string? Fault => refusal switch
    {
        null => null,
        { Code: RefusalCode.Invalid } => Text["Fault_roles"],
        var other => Words.Of(other),
    };

    protected override void OnInitialized() => roles = [.. Person.Roles];

    /// <summary>Opens it.</summary>
    /// <returns>Whether roles were changed.</returns>
    internal static async Task<bool> AskAsync(IDialogService dialogs, string title, PersonLine person)
    {
        var parameters = new DialogParameters<RolesDialog> { { dialog => dialog.Person, person } };
        var shown = await dialogs.ShowAsync<RolesDialog>(title, parameters, new DialogOptions { MaxWidth = MaxWidth.ExtraSmall, FullWidth = true });
        return await shown.Result is { Canceled: false };
    }

    private async Task ChangeAsync()
    {
        refusal = (await Change.RunAsync(Person.Id, roles, await CurrentActor.GetAsync(), CancellationToken.None)).Refusal;
        if (refusal is null) Dialog?.Close(DialogResult.Ok(true));
    }
}
