using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence.PersonalData;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Risk.Accounts;
using PagoConsole.Shared;

namespace PagoConsole.Accounts;

/// <summary>Who the account belongs to, by its latest order; masked, until somebody who may says why they need to see it.</summary>
public sealed partial class WhoCard
{
    [Inject]
    internal IStringLocalizer<AccountsText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal UnmaskAccount Unmask { get; set; } = default!;

    [Parameter, EditorRequired]
    public required AccountView View { get; set; }

    /// <summary>The account, unmasked for a reason.</summary>
    [Parameter]
    public EventCallback<AccountView> OnUnmasked { get; set; }

    private string Or(string? value) => value ?? (View.ErasedUnder is { } run ? Words["Erased_Under", run] : "–");

    private async Task<Refusal?> UnmaskAsync(string reason, Actor by)
    {
        var result = await Unmask.RunAsync(View.AccountId, reason, by, CancellationToken.None);
        if (result.Done) await OnUnmasked.InvokeAsync(result.Value);
        return result.Refusal;
    }
}
