using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Risk.Accounts;
using PagoConsole.Rules;

namespace PagoConsole.Accounts;

/// <summary>Where, when and on what somebody logged in, and what is suspicious about it.</summary>
public sealed partial class LoginsCard
{
    [Inject]
    internal IStringLocalizer<AccountsText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<RulesText> Rules { get; set; } = default!;

    [Parameter, EditorRequired]
    public required AccountView View { get; set; }
}
