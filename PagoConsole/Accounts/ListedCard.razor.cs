using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Risk.Accounts;
using PagoConsole.Rules;
using PagoConsole.Shared;

namespace PagoConsole.Accounts;

/// <summary>Entries of the lists that name this account or something of its latest order.</summary>
public sealed partial class ListedCard
{
    private bool mayOpen;

    [Inject]
    internal IStringLocalizer<AccountsText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<RulesText> Rules { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Parameter, EditorRequired]
    public required AccountView View { get; set; }

    protected override async Task OnInitializedAsync() => mayOpen = (await CurrentActor.GetAsync()).May(Permission.SeeRules);
}
