using Microsoft.AspNetCore.Components;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Shared;

/// <summary>An amount of money: tabular figures, the currency small before it.</summary>
public sealed partial class MoneyText
{
    [Parameter, EditorRequired]
    public required Money Value { get; set; }
}
