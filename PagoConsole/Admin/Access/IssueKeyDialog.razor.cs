using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Marketplace;
using PagoConsole.Shared;

namespace PagoConsole.Admin.Access;

/// <summary>Issues a key with a name and scopes.</summary>
public sealed partial class IssueKeyDialog
{
    private readonly HashSet<Permission> scopes = [];
    private string name = "";
    private Refusal? refusal;

    [Inject]
    internal IStringLocalizer<AccessText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal IssueApiKey Issue { get; set; } = default!;

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
    /// <returns>The key, or null if none was issued.</returns>
    internal static async Task<IssuedKey?> AskAsync(IDialogService dialogs, string title)
    {
        var shown = await dialogs.ShowAsync<IssueKeyDialog>(title, new DialogOptions { MaxWidth = MaxWidth.ExtraSmall, FullWidth = true });
        return (await shown.Result)?.Data as IssuedKey;
    }

    private void Choose(Permission scope, ChangeEventArgs change)
    {
        if (change.Value is true) scopes.Add(scope);
        else scopes.Remove(scope);
    }

    private async Task IssueAsync()
    {
        var issued = await Issue.RunAsync(name, scopes, await CurrentActor.GetAsync(), CancellationToken.None);
        refusal = issued.Refusal;
        if (issued.Done) Dialog?.Close(DialogResult.Ok(issued.Value));
    }
}
