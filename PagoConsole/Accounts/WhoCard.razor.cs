using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Risk.Accounts;
using PagoConsole.Shared;

namespace PagoConsole.Accounts;

/// <summary>Who the account belongs to, by its latest order; masked.</summary>
public sealed partial class WhoCard
{
    [Inject]
    internal IStringLocalizer<AccountsText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Parameter, EditorRequired]
    public required AccountView View { get; set; }

    private string Or(string? value) => value ?? (View.ErasedUnder is { } run ? Words["Erased_Under", run] : "–");
}
