using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Risk.Accounts;
using PagoConsole.Rules;

namespace PagoConsole.Accounts;

/// <summary>Accounts that share something with this one.</summary>
public sealed partial class LinkedCard
{
    [Inject]
    internal IStringLocalizer<AccountsText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<RulesText> Rules { get; set; } = default!;

    [Parameter, EditorRequired]
    public required AccountView View { get; set; }
}
