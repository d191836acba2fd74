using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Secrets;
using PagoConsole.Shared;

namespace PagoConsole.Admin.Access;

/// <summary>Adds a secret, and says how long the others go on.</summary>
public sealed partial class AddSecretDialog
{
    private string secret = "";
    private string others = "";
    private Refusal? refusal;

    [Inject]
    internal IStringLocalizer<AccessText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal AddSecret Add { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [CascadingParameter]
    internal IMudDialogInstance? Dialog { get; set; }

    [Parameter, EditorRequired]
    public required SecretKind Kind { get; set; }

    private string? Fault => refusal switch
    {
        null => null,
        { Code: RefusalCode.Invalid } => Text[$"Secret_Help_{Kind}"],
        var other => Words.Of(other),
    };

    /// <summary>Opens it.</summary>
    /// <returns>The secret that was added, or null.</returns>
    internal static async Task<string?> AskAsync(IDialogService dialogs, string title, SecretKind kind)
    {
        var parameters = new DialogParameters<AddSecretDialog> { { dialog => dialog.Kind, kind } };
        var shown = await dialogs.ShowAsync<AddSecretDialog>(title, parameters, new DialogOptions { MaxWidth = MaxWidth.ExtraSmall, FullWidth = true });
        return (await shown.Result)?.Data as string;
    }

    private async Task AddAsync()
    {
        TimeSpan? overlap = Enum.TryParse<Overlap>(others, out var chosen) ? chosen.Time() : null;
        refusal = (await Add.RunAsync(Kind, secret, overlap, await CurrentActor.GetAsync(), CancellationToken.None)).Refusal;
        if (refusal is null) Dialog?.Close(DialogResult.Ok(secret.Trim()));
    }
}
