using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Risk.Accounts;
using PagoConsole.Rules;
using PagoConsole.Shared;

namespace PagoConsole.Accounts;

/// <summary>The account's orders and what became of them.</summary>
public sealed partial class AccountOrdersCard
{
    [Inject]
    internal IStringLocalizer<AccountsText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<RulesText> Rules { get; set; } = default!;

    [Parameter, EditorRequired]
    public required AccountView View { get; set; }

    private static Tone ToneOf(bool fraud) => fraud ? Tone.Bad : Tone.Good;
}
