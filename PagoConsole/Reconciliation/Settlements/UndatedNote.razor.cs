using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Reconciliation.Settlements;

namespace PagoConsole.Reconciliation.Settlements;

/// <summary>What no report has dated, shown as such.</summary>
public sealed partial class UndatedNote
{
    [Inject]
    internal IStringLocalizer<SettlementText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required UndatedSettlement Undated { get; set; }

    [Parameter, EditorRequired]
    public required SettlementFilter Filter { get; set; }
}
