using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Settlements;

namespace PagoConsole.Reconciliation.Settlements;

/// <summary>Each currency's sum: what was owed, what was expected, what came. Currencies meet only at the dated rate.</summary>
public sealed partial class BalanceTiles
{
    [Inject]
    internal IStringLocalizer<SettlementText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required SettlementView View { get; set; }

    private static Money Of(long minor, SettlementBalance balance) => new(minor, balance.Currency);
}
