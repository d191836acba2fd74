using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Risk.Accounts;

namespace PagoConsole.Accounts;

/// <summary>Who the account belongs to, by its latest order; masked.</summary>
public sealed partial class WhoCard
{
    [Inject]
    internal IStringLocalizer<AccountsText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required AccountView View { get; set; }
}
